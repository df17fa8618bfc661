using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaInfo.Probing.Processes;

/// <summary>How one run of a tool ended.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Code">The exit code, or the signal's number if it crashed; 0 otherwise.</param>
/// <param name="Report">Standard output as bytes.</param>
/// <param name="Messages">Standard error; only its tail if it is long.</param>
public sealed partial record ToolRun(ToolEnd End, int Code, ReadOnlyMemory<byte> Report, string Messages)
{
    /// <summary>
    /// The last line of <see cref="Messages"/>, without the URL that the tool puts before it; empty if there is none.
    /// </summary>
    public string LastMessage
    {
        get
        {
            var lines = Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var last = lines.Length == 0 ? "" : lines[^1];
            return last.StartsWith("http://", StringComparison.Ordinal)
                && last.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon
                ? last[(colon + 2)..]
                : last;
        }
    }

    /// <summary><see cref="LastMessage"/> for the job's owner: without addresses and paths of this machine.</summary>
    public string LastWords => Places().Replace(LastMessage, place => place.Value.StartsWith(' ') ? "" : "...");

    /// <summary>How it ended, as text for operators.</summary>
    public string InWords() =>
        End is ToolEnd.Exited && LastMessage.Length > 0 ? $"{HowItEnded()}, {LastMessage}" : HowItEnded();

    /// <summary>How it ended, as text for the job's owner.</summary>
    public string HowItEnded() => End switch
    {
        ToolEnd.Crashed => string.Create(CultureInfo.InvariantCulture, $"killed by signal {Code}"),
        ToolEnd.TimedOut => "timed out",
        ToolEnd.TooMuchOutput => "wrote too much output",
        ToolEnd.Stopped => "stopped",
        _ => string.Create(CultureInfo.InvariantCulture, $"exit code {Code}"),
    };

    [GeneratedRegex(
        """ @ 0x[0-9a-f]+|[a-z]+://[^\s'"]+|(?<=^|[\s'"(=:])/[^\s'"]+""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Places();
}

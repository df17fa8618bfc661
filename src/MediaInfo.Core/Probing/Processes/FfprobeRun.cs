using System.Globalization;

namespace MediaInfo.Core.Probing.Processes;

/// <summary>How one run of ffprobe ended.</summary>
/// <param name="End">The kind of end.</param>
/// <param name="Code">The exit code, or the signal's number where it crashed; 0 otherwise.</param>
/// <param name="Report">Standard output as bytes.</param>
/// <param name="Messages">Standard error, its tail where it was long.</param>
public sealed record FfprobeRun(FfprobeEnd End, int Code, ReadOnlyMemory<byte> Report, string Messages)
{
    /// <summary>The last line of <see cref="Messages"/>, without the URL that ffprobe puts before it; empty when there is none.</summary>
    public string LastMessage
    {
        get
        {
            var lines = Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var last = lines.Length == 0 ? "" : lines[^1];
            return last.StartsWith("http://", StringComparison.Ordinal) && last.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon
                ? last[(colon + 2)..]
                : last;
        }
    }

    /// <summary>How it ended, for people.</summary>
    public string InWords() => End switch
    {
        FfprobeEnd.Crashed => string.Create(CultureInfo.InvariantCulture, $"ended by signal {Code}"),
        FfprobeEnd.TimedOut => "did not end in time",
        FfprobeEnd.TooMuchOutput => "wrote too much",
        FfprobeEnd.Stopped => "stopped",
        _ => string.Create(CultureInfo.InvariantCulture, $"exit code {Code}{(LastMessage.Length == 0 ? "" : $", {LastMessage}")}"),
    };
}

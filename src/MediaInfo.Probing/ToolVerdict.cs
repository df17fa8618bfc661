using System.Text.RegularExpressions;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing;

/// <summary>Classifies how a run of a tool on an object failed.</summary>
internal static partial class ToolVerdict
{
    private const int MaxDetail = 1024;

    // The only exit code of ffprobe's own refusals. All others come from a loader, a shell or a wrapper, as do these two of a
    // shell (it cannot run a command, or there is none).
    private const int Refused = 1;
    private const int NotRun = 126;
    private const int NotFound = 127;
    private const int Sigkill = 9;
    private const int Sigxcpu = 24;

    /// <summary>
    /// Why the run gave no usable report; null if it succeeded.
    /// </summary>
    /// <param name="tool">The tool.</param>
    /// <param name="run">How it ended.</param>
    /// <param name="read">Why it could not read on, which takes precedence; null if it could.</param>
    /// <param name="timeLimit">The time that it had.</param>
    public static JobFailure? FailureOf(Tool tool, ToolRun run, JobFailure? read, TimeSpan timeLimit) =>
        read ?? run switch
        {
            { End: ToolEnd.Crashed } => Crash(tool, run.Code),
            { End: ToolEnd.TimedOut } =>
                new(FailureReason.TimedOut, $"Reading the object took longer than {timeLimit.TotalSeconds:0} seconds"),
            { End: ToolEnd.TooMuchOutput } =>
                new(FailureReason.OutputTooLarge, "What was made of the object exceeds the size limit"),
            { Code: 0 } => null,
            { Code: var code } when code == Refused || (tool.HasManyExitCodes && code is not (NotRun or NotFound)) =>
                Refusal(tool, run),
            _ => new(
                FailureReason.ProberCrashed, $"{tool.Name} could not be run: {run.HowItEnded()}; the file was not analysed"),
        };

    private static JobFailure Crash(Tool tool, int signal) => signal switch
    {
        Sigxcpu => new(FailureReason.TimedOut, "Reading the object took more processor time than the limit"),
        Sigkill => new(
            FailureReason.ProberCrashed,
            $"{tool.Name} was killed, probably because the machine ran out of memory; the file was not analysed"),
        _ => new(FailureReason.ProberCrashed, $"{tool.Name} was killed by signal {signal}; the file was not analysed"),
    };

    // libavformat also reports too many streams as an allocation failure, so the stream limit is checked first.
    private static JobFailure Refusal(Tool tool, ToolRun run) => run switch
    {
        _ when Says(run, "exceeds max_streams") =>
            new(FailureReason.OutputTooLarge, $"The object has more streams than {tool.Name} supports"),
        _ when Says(run, "Cannot allocate memory") =>
            new(FailureReason.BudgetExceeded, "Reading the object took more memory than the limit"),
        _ when UnknownStream().Match(run.Messages) is { Success: true } stream => new(
            FailureReason.UnknownCodec,
            $"{tool.Name} cannot open the codec of stream {stream.Groups["number"].Value}"),
        { LastMessage: "" } => new(FailureReason.NotMedia, "The object could not be read as media"),
        _ => new(FailureReason.NotMedia, Cut($"The object could not be read as media: {run.LastWords}")),
    };

    [GeneratedRegex(
        "(?:Could not open codec|Unsupported codec with id [0-9]+) for input stream (?<number>[0-9]{1,4})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex UnknownStream();

    private static bool Says(ToolRun run, string words) => run.Messages.Contains(words, StringComparison.Ordinal);

    private static string Cut(string text) => text.Length > MaxDetail ? text[..MaxDetail] : text;
}

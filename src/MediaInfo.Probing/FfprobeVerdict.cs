using System.Text.RegularExpressions;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing;

/// <summary>Classifies how a run of ffprobe failed.</summary>
internal static partial class FfprobeVerdict
{
    private const int MaxDetail = 1024;

    // The only exit code of ffprobe's own refusals. All others come from a loader, a shell or a wrapper.
    private const int Refused = 1;
    private const int Sigkill = 9;
    private const int Sigxcpu = 24;

    /// <summary>
    /// Why the run gave no usable report; null if it succeeded. A storage failure takes precedence over ffprobe's result.
    /// </summary>
    public static JobFailure? FailureOf(FfprobeRun run, ProbeSession session, TimeSpan timeLimit) =>
        session.Failure ?? run switch
        {
            { End: FfprobeEnd.Crashed } => Crash(run.Code),
            { End: FfprobeEnd.TimedOut } =>
                new(FailureReason.TimedOut, $"Reading the object took longer than {timeLimit.TotalSeconds:0} seconds"),
            { End: FfprobeEnd.TooMuchOutput } =>
                new(FailureReason.OutputTooLarge, "The object's description exceeds the size limit"),
            { Code: Refused } => Refusal(run),
            { Code: not 0 } =>
                new(FailureReason.ProberCrashed, Cut($"ffprobe could not be run: {run.InWords()}; the file was not analysed")),
            _ => null,
        };

    private static JobFailure Crash(int signal) => signal switch
    {
        Sigxcpu => new(FailureReason.TimedOut, "Reading the object took more processor time than the limit"),
        Sigkill => new(
            FailureReason.ProberCrashed,
            "ffprobe was killed, probably because the machine ran out of memory; the file was not analysed"),
        _ => new(FailureReason.ProberCrashed, $"ffprobe was killed by signal {signal}; the file was not analysed"),
    };

    // libavformat also reports too many streams as an allocation failure, so the stream limit is checked first.
    private static JobFailure Refusal(FfprobeRun run) => run switch
    {
        _ when Says(run, "exceeds max_streams") =>
            new(FailureReason.OutputTooLarge, "The object has more streams than ffprobe supports"),
        _ when Says(run, "Cannot allocate memory") =>
            new(FailureReason.BudgetExceeded, "Reading the object took more memory than the limit"),
        _ when UnknownStream().Match(run.Messages) is { Success: true } stream => new(
            FailureReason.UnknownCodec,
            $"ffprobe cannot open the codec of stream {stream.Groups["number"].Value}"),
        { LastMessage: "" } => new(FailureReason.NotMedia, "The object could not be read as media"),
        _ => new(FailureReason.NotMedia, Cut($"The object could not be read as media: {run.LastMessage}")),
    };

    [GeneratedRegex(
        "(?:Could not open codec|Unsupported codec with id [0-9]+) for input stream (?<number>[0-9]{1,4})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex UnknownStream();

    private static bool Says(FfprobeRun run, string words) => run.Messages.Contains(words, StringComparison.Ordinal);

    private static string Cut(string text) => text.Length > MaxDetail ? text[..MaxDetail] : text;
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Probing.Processes;

namespace MediaInfo.Core.Probing;

/// <summary>Tells the ways in which a run of ffprobe failed apart.</summary>
internal static class FfprobeVerdict
{
    private const int MaxDetail = 1024;

    // The one code by which ffprobe itself says no. All others are a loader's, a shell's or a wrapper's.
    private const int Refused = 1;
    private const int Sigkill = 9;
    private const int Sigxcpu = 24;

    /// <summary>Why the run gave no report to use; null when it exited well. What storage said outweighs what ffprobe made of it.</summary>
    public static JobFailure? FailureOf(FfprobeRun run, ProbeSession session, TimeSpan timeLimit) =>
        session.Failure ?? run switch
        {
            { End: FfprobeEnd.Crashed } => Crash(run.Code),
            { End: FfprobeEnd.TimedOut } => new(FailureReason.TimedOut, $"Reading the object took longer than {timeLimit.TotalSeconds:0} seconds"),
            { End: FfprobeEnd.TooMuchOutput } => new(FailureReason.OutputTooLarge, "The object's description is larger than the limit"),
            { Code: Refused } => Refusal(run),
            { Code: not 0 } => new(FailureReason.ProberCrashed, Cut($"ffprobe could not be run: {run.InWords()}; the file was not judged")),
            _ => null,
        };

    private static JobFailure Crash(int signal) => signal switch
    {
        Sigxcpu => new(FailureReason.TimedOut, "Reading the object took more processor time than the limit"),
        Sigkill => new(FailureReason.ProberCrashed, "ffprobe was killed, as by a machine that is short of memory; the file was not judged"),
        _ => new(FailureReason.ProberCrashed, $"ffprobe was ended by signal {signal}; the file was not judged"),
    };

    // In libavformat a stream beyond its limit is memory that could not be had, so the limit is asked for first.
    private static JobFailure Refusal(FfprobeRun run) => run switch
    {
        _ when Says(run, "exceeds max_streams") => new(FailureReason.OutputTooLarge, "The object has more streams than ffprobe describes"),
        _ when Says(run, "Cannot allocate memory") => new(FailureReason.BudgetExceeded, "Reading the object took more memory than the limit"),
        { LastMessage: "" } => new(FailureReason.NotMedia, "The object could not be read as media"),
        _ => new(FailureReason.NotMedia, Cut($"The object could not be read as media: {run.LastMessage}")),
    };

    private static bool Says(FfprobeRun run, string words) => run.Messages.Contains(words, StringComparison.Ordinal);

    private static string Cut(string text) => text.Length > MaxDetail ? text[..MaxDetail] : text;
}

using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Probing;

/// <summary>Tells the ways in which a run of ffprobe failed apart.</summary>
internal static class FfprobeVerdict
{
    private const int MaxDetail = 1024;

    /// <summary>Why the run gave no report to use; null when it exited well. What storage said outweighs what ffprobe made of it.</summary>
    public static JobFailure? FailureOf(FfprobeRun run, ProbeSession session, TimeSpan timeLimit) =>
        session.Failure ?? run switch
        {
            { End: FfprobeEnd.Crashed } => new(FailureReason.ProberCrashed, $"ffprobe was ended by signal {run.Code}; the file was not judged"),
            { End: FfprobeEnd.TimedOut } => new(FailureReason.TimedOut, $"Reading the object took longer than {timeLimit.TotalSeconds:0} seconds"),
            { End: FfprobeEnd.TooMuchOutput } => new(FailureReason.OutputTooLarge, "The object's description is larger than the limit"),
            { Code: not 0 } => new(FailureReason.NotMedia, Detail(run.Messages)),
            _ => null,
        };

    // The last line that ffprobe wrote says what it choked on. Without the URL, which is ours and not the caller's.
    private static string Detail(string messages)
    {
        var lines = messages.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = lines.Length == 0 ? "" : lines[^1];
        if (last.StartsWith("http://", StringComparison.Ordinal) && last.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon)
        {
            last = last[(colon + 2)..];
        }

        var text = last.Length == 0 ? "The object could not be read as media" : $"The object could not be read as media: {last}";
        return text.Length > MaxDetail ? text[..MaxDetail] : text;
    }
}

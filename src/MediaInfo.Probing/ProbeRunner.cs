using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing;

/// <summary>Runs ffprobe on an object, without the streams that make it refuse the rest.</summary>
public sealed class ProbeRunner([FromKeyedServices(Tool.FfprobeName)] ToolRunner ffprobe)
{
    // A file has at most this many streams that ffprobe cannot open.
    private const int MaxHidden = 8;

    /// <summary>
    /// Runs ffprobe with the arguments for the session's object. If it refuses the file because of one stream, it reads the
    /// rest of the file.
    /// </summary>
    /// <param name="session">The step's view of storage.</param>
    /// <param name="arguments">Builds the argument list from the URL of the session's object.</param>
    /// <param name="timeLimit">Wall-clock time after which ffprobe is killed.</param>
    /// <param name="cancellationToken">Kills ffprobe and cancels the call.</param>
    /// <param name="output">Reads ffprobe's output as it runs, so none is kept; null keeps it as the report.</param>
    /// <returns>How ffprobe ended, and why it gave no usable result; null if it did.</returns>
    /// <exception cref="IOException">Storage failed while ffprobe read, so its result means nothing; retry.</exception>
    public async Task<(ToolRun Run, JobFailure? Failure)> RunAsync(
        ProbeSession session,
        Func<string, IReadOnlyList<string>> arguments,
        TimeSpan timeLimit,
        CancellationToken cancellationToken,
        Func<Stream, Task>? output = null)
    {
        var first = await RunOnceAsync(session, arguments, timeLimit, output, cancellationToken);
        var last = first;
        for (var rounds = 0; MayHide(session, last.Failure, timeLimit) && rounds < MaxHidden; rounds++)
        {
            var candidates = await CodecHiding.CandidatesAsync(session, last.Run.Messages, cancellationToken);
            for (var i = 0; i < candidates.Count && MayHide(session, last.Failure, timeLimit); i++)
            {
                session.Hidden = candidates[i];
                last = await RunOnceAsync(session, arguments, timeLimit, output, cancellationToken);
            }

            rounds = candidates.Count == 0 ? MaxHidden : rounds;
        }

        return last.Failure is null ? last : first;
    }

    private static bool MayHide(ProbeSession session, JobFailure? failure, TimeSpan timeLimit) =>
        session.Failure is null
        && failure is { Reason: FailureReason.NotMedia or FailureReason.UnknownCodec or FailureReason.BudgetExceeded }
        && session.Usage.Milliseconds < timeLimit.TotalMilliseconds;

    private Task<(ToolRun Run, JobFailure? Failure)> RunOnceAsync(
        ProbeSession session,
        Func<string, IReadOnlyList<string>> arguments,
        TimeSpan timeLimit,
        Func<Stream, Task>? output,
        CancellationToken cancellationToken) =>
        ffprobe.RunAsync(
            session, lease => new ToolCall(arguments(lease.Url), lease, timeLimit) { Output = output }, cancellationToken);
}

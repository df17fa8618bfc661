using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Callbacks;

/// <summary>Delivers the completion message of an ended job, or does what its dialect does instead, and writes on the job how that went.</summary>
public sealed class CallbackDelivery(
    IJobStore jobs,
    PipelineDirectory pipelines,
    CallbackPost post,
    IEnumerable<ICompletionFormat> formats,
    IEnumerable<IJobEnd> ends,
    ILogger<CallbackDelivery> log)
{
    private readonly Dictionary<string, IJobEnd> _ends = ends.ToDictionary(end => end.Dialect, StringComparer.Ordinal);
    private readonly Dictionary<string, ICompletionFormat> _formats = formats.ToDictionary(format => format.Dialect, StringComparer.Ordinal);

    /// <summary>Delivers once more than never: a crash between delivery and the note of it repeats the message with the same job id.</summary>
    /// <returns>Null when it is done; else how long to put it off, since its target can't take it now.</returns>
    /// <exception cref="IOException">The target cannot be reached now; deliver the queue message again later.</exception>
    public async Task<TimeSpan?> DeliverAsync(JobKey key, CancellationToken cancellationToken) =>
        (await jobs.FindAsync(key, cancellationToken))?.Job is { } job ? await DeliverAsync(job, cancellationToken) : null;

    /// <summary>Delivers where that is one quick request: to a storage queue, or to nobody.</summary>
    /// <returns>Whether nothing is left to be done; otherwise queue the delivery.</returns>
    /// <exception cref="IOException">The target cannot be reached now.</exception>
    public async Task<bool> TryDeliverAtOnceAsync(JobKey key, CancellationToken cancellationToken)
    {
        if (await jobs.RecallSinceAsync(key, HasEnded, cancellationToken) is not { Job: var job } || !HasEnded(job) || _ends.ContainsKey(job.Dialect))
        {
            return false;
        }

        var pipeline = await pipelines.FindAsync(key.Account, job.PipelineId, cancellationToken);
        if (pipeline?.Notify is { EffectiveQueue: null })
        {
            return false;
        }

        return await DeliverAsync(job, cancellationToken) is null;
    }

    private static bool HasEnded(AnalysisJob job) => JobTransitions.IsFinal(job.State);

    private async Task<TimeSpan?> DeliverAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        if (job.Callback is not null || !IsAnnounced(job.State))
        {
            return null;
        }

        var attempt = await SendAsync(job, cancellationToken);
        if (attempt.Result is { } result)
        {
            await NoteAsync(job, result, cancellationToken);
        }

        return attempt.PutOff;
    }

    private async Task<DeliveryAttempt> SendAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        using var span = Tracing.BeginStep(Tracing.Callback, ActivityKind.Producer, job);
        try
        {
            var attempt = _ends.TryGetValue(job.Dialect, out var end)
                ? new DeliveryAttempt(await end.EndAsync(job, cancellationToken))
                : await PostAsync(job, cancellationToken);
            if (attempt.Result?.ErrorCode is { } code)
            {
                span.Fail(code);
            }

            return attempt;
        }
        catch (Exception e)
        {
            span.Fail(e.GetType().Name);
            throw;
        }
    }

    /// <summary>
    /// Notes on the job that its message was given up after every retry. What its dialect does itself is tried once more, since
    /// it waits for storage alone, and the job's document could be read by now.
    /// </summary>
    /// <exception cref="IOException">Storage fails still; give up again later.</exception>
    public async Task GiveUpAsync(JobKey key, CancellationToken cancellationToken)
    {
        var job = (await jobs.FindAsync(key, cancellationToken))?.Job;
        if (job is { Callback: null })
        {
            var result = await TryEndAsync(job, cancellationToken)
                ?? CallbackResult.GivenUp("DeliveryFailed", "The callback target could not be reached");
            await NoteAsync(job, result, cancellationToken);
        }
    }

    private async Task<CallbackResult?> TryEndAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        try
        {
            return JobTransitions.IsFinal(job.State) && _ends.TryGetValue(job.Dialect, out var end)
                ? await end.EndAsync(job, cancellationToken)
                : null;
        }
        catch (Exception e) when (e is not (IOException or OperationCanceledException))
        {
            // No time mends that, and every delivery before has logged it.
            return null;
        }
    }

    // Who canceled a job knows it already.
    private static bool IsAnnounced(JobState state) => JobTransitions.IsFinal(state) && state != JobState.Canceled;

    private async Task<DeliveryAttempt> PostAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var pipeline = await pipelines.FindAsync(job.Key.Account, job.PipelineId, cancellationToken);
        return pipeline?.Notify is { } target
            ? await post.SendAsync(job.Key, target, await _formats[job.Dialect].FormatAsync(job, cancellationToken), cancellationToken)
            : DeliveryAttempt.Nothing;
    }

    private async Task NoteAsync(AnalysisJob job, CallbackResult result, CancellationToken cancellationToken)
    {
        await jobs.UpdateAsync(job.Key, newest => newest.Callback is null ? newest with { Callback = result } : null, cancellationToken);
        log.CallbackEnded(job.Key.Id, job.RequestId, result.MessageId, result.ErrorCode);
    }
}

using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Callbacks;

/// <summary>
/// Delivers the completion message of an ended job, or runs the end action of its dialect, and records the outcome on the job.
/// </summary>
public sealed class CallbackDelivery(
    IJobStore jobs,
    PipelineDirectory pipelines,
    CallbackPost post,
    IEnumerable<ICompletionFormat> formats,
    IEnumerable<IJobEnd> ends,
    TimeProvider time,
    ILogger<CallbackDelivery> log)
{
    private readonly Dictionary<string, IJobEnd> _ends = ends.ToDictionary(end => end.Dialect, StringComparer.Ordinal);
    private readonly Dictionary<string, ICompletionFormat> _formats =
        formats.ToDictionary(format => format.Dialect, StringComparer.Ordinal);

    /// <summary>
    /// Delivers at least once: a crash between delivery and recording it repeats the message with the same job id.
    /// </summary>
    /// <returns>Null if done; otherwise how long to postpone the delivery, because the target can't accept it now.</returns>
    /// <exception cref="IOException">The target cannot be reached now; redeliver the queue message later.</exception>
    public async Task<TimeSpan?> DeliverAsync(JobKey key, CancellationToken cancellationToken) =>
        (await jobs.FindAsync(key, cancellationToken))?.Job is { } job ? await DeliverAsync(job, cancellationToken) : null;

    /// <summary>Delivers if that takes quick requests to storage: to a queue or a topic, or if there is no target.</summary>
    /// <returns>Whether delivery is complete; if not, queue it.</returns>
    /// <exception cref="IOException">The target cannot be reached now.</exception>
    public async Task<bool> TryDeliverAtOnceAsync(JobKey key, CancellationToken cancellationToken)
    {
        if (await jobs.RecallSinceAsync(key, HasEnded, cancellationToken) is not { Job: var job }
            || !HasEnded(job)
            || _ends.ContainsKey(job.Dialect))
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

    /// <summary>Whether the job's submit call named an address of its own for the message.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<bool> HasNotifyUrlAsync(JobKey key, CancellationToken cancellationToken) =>
        (await jobs.RecallAsync(key, cancellationToken))?.Job is { } job && NotifyUrlMessages.UrlOf(job) is not null;

    private static bool IsOpen(AnalysisJob job) => job.Callback is null;

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
        using var span = job.BeginStep(Tracing.Callback, ActivityKind.Producer);
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
            if (e is not OperationCanceledException)
            {
                // A failure costs a write; a delivery is told by the write of its outcome.
                await jobs.TryTellAsync(job.Key, CallbackStory.Failed(e, time), IsOpen, CancellationToken.None);
            }

            throw;
        }
    }

    /// <summary>
    /// Records on the job that delivery was abandoned after every retry. The end action of a dialect is tried once more: it
    /// depends only on storage, and the job's document may be readable by now.
    /// </summary>
    /// <exception cref="IOException">Storage still fails; call again later.</exception>
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
            // Retrying does not help, and every delivery before this one has logged it.
            return null;
        }
    }

    // Whoever canceled the job already knows.
    private static bool IsAnnounced(JobState state) => JobTransitions.IsFinal(state) && state != JobState.Canceled;

    private async Task<DeliveryAttempt> PostAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var pipeline = await pipelines.FindAsync(job.Key.Account, job.PipelineId, cancellationToken);
        return pipeline?.Notify is { } target
            ? await post.SendAsync(
                job.Key, target, await _formats[job.Dialect].FormatAsync(job, cancellationToken), cancellationToken)
            : DeliveryAttempt.Nothing;
    }

    private async Task NoteAsync(AnalysisJob job, CallbackResult result, CancellationToken cancellationToken)
    {
        var told = CallbackStory.Ended(result, time);
        await jobs.UpdateAsync(
            job.Key,
            newest => IsOpen(newest) ? newest with { Callback = result, Story = JobStory.Add(newest.Story, told) } : null,
            cancellationToken);
        log.CallbackEnded(job.Key.Id, job.RequestId, result.MessageId, result.ErrorCode);
    }
}

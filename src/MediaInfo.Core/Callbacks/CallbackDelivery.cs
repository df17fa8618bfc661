using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Callbacks;

/// <summary>Delivers the completion message of an ended job and writes on the job how that went.</summary>
public sealed class CallbackDelivery(
    IJobStore jobs, PipelineDirectory pipelines, CallbackPost post, IEnumerable<ICompletionFormat> formats, ILogger<CallbackDelivery> log)
{
    private readonly Dictionary<string, ICompletionFormat> _formats = formats.ToDictionary(format => format.Dialect, StringComparer.Ordinal);

    /// <summary>Delivers once more than never: a crash between delivery and the note of it repeats the message with the same job id.</summary>
    /// <exception cref="IOException">The target cannot be reached now; deliver the queue message again later.</exception>
    public async Task DeliverAsync(JobKey key, CancellationToken cancellationToken)
    {
        var job = (await jobs.FindAsync(key, cancellationToken))?.Job;
        if (job is null || job.Callback is not null || !JobTransitions.IsFinal(job.State))
        {
            return;
        }

        var pipeline = await pipelines.FindAsync(key.Account, job.PipelineId, cancellationToken);
        if (pipeline?.Notify is { } target
            && await post.SendAsync(key, target, _formats[job.Dialect].Format(job), cancellationToken) is { } result)
        {
            await NoteAsync(job, result, cancellationToken);
        }
    }

    /// <summary>Notes on the job that its message was given up after every retry.</summary>
    public async Task GiveUpAsync(JobKey key, CancellationToken cancellationToken)
    {
        var job = (await jobs.FindAsync(key, cancellationToken))?.Job;
        if (job is { Callback: null })
        {
            await NoteAsync(job, CallbackResult.GivenUp("DeliveryFailed", "The callback target could not be reached"), cancellationToken);
        }
    }

    private async Task NoteAsync(AnalysisJob job, CallbackResult result, CancellationToken cancellationToken)
    {
        await jobs.UpdateAsync(job.Key, newest => newest.Callback is null ? newest with { Callback = result } : null, cancellationToken);
        log.CallbackEnded(job.Key.Id, job.RequestId, result.MessageId, result.ErrorCode);
    }
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Callbacks;

/// <summary>Announces the end of a job, now or later.</summary>
/// <remarks>
/// A message for a storage queue is delivered directly: that is one quick request, where the callback queue would cost three.
/// Everything else, and what fails at first, goes through that queue and its retries. After a crash in between, the message or
/// activity that ran the job is redelivered, and finds an ended job without a callback.
/// </remarks>
public sealed class EndNotice(CallbackDelivery delivery, IWorkQueues queues, ILogger<EndNotice> log)
{
    /// <summary>
    /// Delivers the job's completion message, or queues its delivery. A post to the job's own address is always queued.
    /// </summary>
    /// <exception cref="IOException">Neither was possible now.</exception>
    public async Task GiveAsync(JobKey job, CancellationToken cancellationToken)
    {
        if (await delivery.HasNotifyUrlAsync(job, cancellationToken))
        {
            await queues.Callbacks.SendAsync(new WorkItem(job.Account, NotifyUrlMessages.Write(job)), cancellationToken);
        }

        if (!await TryDeliverAsync(job, cancellationToken))
        {
            await queues.Callbacks.SendAsync(new WorkItem(job.Account, Messages.WriteCallback(job)), cancellationToken);
        }
    }

    private async Task<bool> TryDeliverAsync(JobKey job, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.TryDeliverAtOnceAsync(job, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.CallbackPutOff(e, job.Id);
            return false;
        }
    }
}

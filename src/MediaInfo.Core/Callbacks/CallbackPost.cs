using System.Globalization;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Callbacks;

/// <summary>Brings a job's completion message to its pipeline's target, of whichever kind.</summary>
public sealed class CallbackPost(ICallbackTarget queues, HttpDelivery web, AccountDirectory accounts, TimeProvider time)
{
    /// <summary>Delivers the text.</summary>
    /// <returns>How that went; nothing when the target names nothing.</returns>
    /// <exception cref="IOException">The target cannot be reached now; try again.</exception>
    public async Task<DeliveryAttempt> SendAsync(
        JobKey job, NotifyTarget target, string text, CancellationToken cancellationToken)
    {
        if (target.EffectiveQueue is { } queue)
        {
            return new DeliveryAttempt(
                await Metrics.CountAttemptAsync("queue", () => queues.SendAsync(queue, text, cancellationToken)));
        }

        return target.Url is { } url && accounts.Find(job.Account) is { } account
            ? await web.SendAsync(job.Account, url, job.Id, () => Headers(job, account, text), text, cancellationToken)
            : DeliveryAttempt.Nothing;
    }

    private Dictionary<string, string> Headers(JobKey job, Account account, string text)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CallbackSignature.TimestampHeader] = timestamp,
            [CallbackSignature.DeliveryHeader] = job.Id,
            [CallbackSignature.SignatureHeader] = CallbackSignature.Of(account.EffectiveCallbackKey, timestamp, job.Id, text),
        };
    }
}

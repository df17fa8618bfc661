using System.Globalization;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Core.Callbacks;

/// <summary>Sends a job's completion message to its pipeline's target, a queue, a topic or a URL.</summary>
public sealed class CallbackPost(
    QueuePost queues, ITopicPost topics, HttpDelivery web, AccountDirectory accounts, TimeProvider time)
{
    /// <summary>Delivers the text.</summary>
    /// <returns>The outcome; <see cref="DeliveryAttempt.Nothing"/> if the target is empty.</returns>
    /// <exception cref="IOException">The target cannot be reached now; retry.</exception>
    public async Task<DeliveryAttempt> SendAsync(
        JobKey job, NotifyTarget target, string text, CancellationToken cancellationToken)
    {
        if (target.EffectiveTopic is { } topic)
        {
            // Subscribers know a repeated message by its id.
            var post = new TopicPost(topic, job.Id.ToUpperInvariant(), text, target.EffectiveTag);
            return new DeliveryAttempt(await topics.PublishAsync(job.Account, post, cancellationToken));
        }

        if (target.QueueName is { } queue)
        {
            return new DeliveryAttempt(await queues.SendAsync(job.Account, queue, text, cancellationToken));
        }

        return target.Url is { } url && accounts.Find(job.Account) is { } account
            ? await web.SendAsync(job.Account, url, job.Id, () => Headers(job, account, text), text, cancellationToken)
            : DeliveryAttempt.Nothing;
    }

    private Dictionary<string, string> Headers(JobKey job, Account account, string text)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CallbackSignature.TimestampHeader] = timestamp,
            [CallbackSignature.DeliveryHeader] = job.Id,
        };
        if (CallbackSignature.KeyOf(account) is { } key)
        {
            headers[CallbackSignature.SignatureHeader] = CallbackSignature.Of(key, timestamp, job.Id, text);
        }

        return headers;
    }
}

using System.Diagnostics;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Topics;

/// <summary>Delivers published messages to single subscribers.</summary>
public sealed class TopicDelivery(
    ITopicStore topics,
    ITopicMessageStore messages,
    ITopicPushFormat format,
    QueuePost queues,
    HttpDelivery web,
    TimeProvider time,
    ILogger<TopicDelivery> log)
{
    /// <summary>
    /// Tries to deliver. A subscription that is gone meanwhile receives nothing, and one that was changed gets the message in
    /// its new form.
    /// </summary>
    /// <returns>Null if done; otherwise what to try again, because the subscriber did not take the message.</returns>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<TopicRetry?> DeliverAsync(TopicNotice notice, CancellationToken cancellationToken)
    {
        var topic = (await topics.FindAsync(notice.Account, notice.Topic, cancellationToken))?.Topic;
        if (topic?.Find(notice.Subscription) is not { } subscription)
        {
            return null;
        }

        var message = await messages.FindAsync(notice.Account, notice.MessageId, notice.PublishedAt, cancellationToken);
        if (message is null || time.GetUtcNow() - notice.PublishedAt >= TopicMessage.Life)
        {
            GiveUp(notice);
            return null;
        }

        return await DeliverAsync(notice, message, subscription, cancellationToken);
    }

    /// <summary>Records that a message was abandoned.</summary>
    public void GiveUp(TopicNotice notice) =>
        log.TopicMessageGivenUp(notice.MessageId, notice.Topic, notice.Subscription, notice.Account, notice.Failures);

    private async Task<TopicRetry?> DeliverAsync(
        TopicNotice notice, TopicMessage message, TopicSubscription subscription, CancellationToken cancellationToken)
    {
        var text = format.Body(message, subscription);
        var endpoint = TopicEndpoint.Read(subscription.Endpoint);
        var headers = endpoint?.Url is { } url
            ? await format.HeadersAsync(url, message, subscription, text, cancellationToken)
            : null;
        using var span =
            Tracing.Begin(Tracing.TopicMessage, ActivityKind.Producer, notice.Trace)?.SetTag(Tracing.Account, notice.Account);
        try
        {
            // A notification has the vendor's form. A bare text of the service itself has the form of its other messages.
            var isAsItIs = message.IsOfCaller || subscription.Format != NotifyFormat.Simplified;
            var attempt = await SendAsync(notice, endpoint, text, isAsItIs, headers, cancellationToken);
            if (attempt.PutOff is { } delay)
            {
                return new TopicRetry(notice, delay);
            }

            log.TopicMessageEnded(notice.MessageId, notice.Topic, notice.Subscription, attempt.Result?.ErrorCode);
            return null;
        }
        catch (IOException e)
        {
            span.Fail(e.GetType().Name);
            return RetryOf(notice, subscription, e);
        }
    }

    private TopicRetry? RetryOf(TopicNotice notice, TopicSubscription subscription, IOException fault)
    {
        var failed = notice with { Failures = notice.Failures + 1 };
        log.TopicMessageFailed(fault, notice.MessageId, notice.Topic, notice.Subscription, failed.Failures);
        if (RetrySchedule.After(subscription.Strategy, failed.Failures, notice.MessageId) is { } delay)
        {
            return new TopicRetry(failed, delay);
        }

        GiveUp(failed);
        return null;
    }

    private async Task<DeliveryAttempt> SendAsync(
        TopicNotice notice,
        TopicEndpoint? endpoint,
        string text,
        bool isAsItIs,
        Func<IReadOnlyDictionary<string, string>>? headers,
        CancellationToken cancellationToken) => endpoint switch
        {
            { Url: { } url } when headers is not null =>
                await web.SendAsync(notice.Account, url.AbsoluteUri, notice.MessageId, headers, text, cancellationToken),
            { Queue: { } queue } =>
                new DeliveryAttempt(await SendAsync(notice.Account, queue, text, isAsItIs, cancellationToken)),
            _ => new DeliveryAttempt(CallbackResult.GivenUp("EndpointInvalid", "The endpoint cannot be read")),
        };

    // The endpoint was checked when the subscription was written, but the rule may have changed since.
    private Task<CallbackResult> SendAsync(
        string account, TopicQueue queue, string text, bool isAsItIs, CancellationToken cancellationToken) =>
        !string.Equals(account, queue.Account, StringComparison.Ordinal)
            ? Task.FromResult(CallbackResult.GivenUp("AccessDenied", "The queue belongs to another account"))
        : isAsItIs ? queues.SendAsItIsAsync(account, queue.Name, text, cancellationToken)
        : queues.SendAsync(account, queue.Name, text, cancellationToken);
}

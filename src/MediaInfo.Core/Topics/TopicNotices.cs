using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Topics;

/// <summary>The queue messages that request delivery of a published message to one subscriber.</summary>
/// <remarks>
/// A subscription has its own number of retries, over up to a day. So a delivery that fails is queued again by itself and this
/// message is done; the queue's own retries are for faults of storage.
/// </remarks>
public sealed class TopicNotices(TopicDelivery delivery, IWorkQueues queues) : ICallbackMessages
{
    private const string Notice = "topic-message";
    private const int Version = 1;

    /// <inheritdoc />
    public string Name => Notice;

    /// <summary>Writes the message that requests a delivery.</summary>
    public static string Write(TopicNotice notice) => Envelope.Write(Notice, Version, notice, TopicJson.Default.TopicNotice);

    /// <summary>The delivery that is requested; null for a message with another name or version.</summary>
    public static TopicNotice? Read(string text) =>
        Envelope.Read(text, Notice, Version, TopicJson.Default.TopicNotice)
            is { Account: not null, Topic: not null, Subscription: not null, MessageId: not null } notice ? notice : null;

    /// <inheritdoc />
    public async Task<TimeSpan?> DeliverAsync(string text, CancellationToken cancellationToken)
    {
        var notice = Read(text) ?? throw new InvalidDataException("The message names no subscription");
        if (await delivery.DeliverAsync(notice, cancellationToken) is { } retry)
        {
            var next = new WorkItem(notice.Account, Write(retry.Notice)) { Delay = retry.Delay };
            await queues.Callbacks.SendAsync(next, CancellationToken.None);
        }

        return null;
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is { } notice)
        {
            delivery.GiveUp(notice);
        }

        return Task.CompletedTask;
    }
}

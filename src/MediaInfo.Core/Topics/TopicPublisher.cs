using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Topics;

/// <summary>Publishes messages to the subscribers of topics, through the service's callback queue.</summary>
/// <remarks>
/// Each subscriber has a queue message of its own, so that none waits for another. A crash in between repeats the message to
/// all of them, with the same id.
/// </remarks>
public sealed class TopicPublisher(
    ITopicStore topics, ITopicMessageStore messages, QueuePost queues, IWorkQueues work, TimeProvider time) : ITopicPost
{
    /// <inheritdoc />
    public async Task<CallbackResult> PublishAsync(string account, TopicPost post, CancellationToken cancellationToken) =>
        await PublishAsync(
            account, (await topics.FindAsync(account, post.Topic, cancellationToken))?.Topic, post, cancellationToken);

    /// <summary>Publishes a message to a topic that was read just now.</summary>
    /// <inheritdoc cref="PublishAsync(string, TopicPost, CancellationToken)" />
    public Task<CallbackResult> PublishAsync(
        string account, Topic? topic, TopicPost post, CancellationToken cancellationToken) =>
        topic is { Subscriptions.Count: > 0 }
            ? FanOutAsync(account, topic, post, cancellationToken)
            : post.IsOfCaller ? queues.SendAsItIsAsync(account, post.Topic, post.Text, cancellationToken)
            : queues.SendAsync(account, post.Topic, post.Text, cancellationToken);

    private async Task<CallbackResult> FanOutAsync(
        string account, Topic topic, TopicPost post, CancellationToken cancellationToken)
    {
        var message = new TopicMessage(account, topic.Name, post.Id, post.Text, post.Tag, Milliseconds(time.GetUtcNow()))
        {
            IsOfCaller = post.IsOfCaller,
        };
        var subscribers = topic.Subscriptions.Where(subscription => subscription.Wants(post.Tag)).ToList();
        if (subscribers.Count > 0)
        {
            await messages.WriteAsync(message, cancellationToken);
        }

        foreach (var subscription in subscribers)
        {
            var notice = new TopicNotice(account, topic.Name, subscription.Name, message.Id, message.PublishedAt, Failures: 0)
            {
                Trace = Tracing.Current,
            };
            await work.Callbacks.SendAsync(new WorkItem(account, TopicNotices.Write(notice)), cancellationToken);
        }

        return CallbackResult.Delivered(message.Id);
    }

    // The time is part of the message's name and of what subscribers see, which has no smaller unit.
    private static DateTimeOffset Milliseconds(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

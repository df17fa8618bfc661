namespace MediaInfo.Core.Topics;

/// <summary>Creates, changes and deletes topics and subscriptions.</summary>
public sealed class TopicService(ITopicStore topics, TopicOptions options, TimeProvider time)
{
    private const int MaxAttempts = 20;

    /// <summary>Creates a topic, unless the account has one of that name.</summary>
    public async Task<TopicOutcome> CreateAsync(
        string account, string name, TopicAttributes attributes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var topic = attributes.ApplyTo(new Topic { Name = name, CreatedAt = now, ChangedAt = now });
        if (await topics.FindAsync(account, name, cancellationToken) is null)
        {
            if ((await topics.NamesAsync(account, prefix: "", cancellationToken)).Count >= options.MaxPerAccount)
            {
                return TopicOutcome.Full;
            }

            if (await topics.WriteAsync(account, topic, etag: null, cancellationToken))
            {
                return TopicOutcome.Done;
            }
        }

        return await topics.FindAsync(account, name, cancellationToken) is { Topic: var present }
            && present.MaxMessageBytes == topic.MaxMessageBytes
            && present.LoggingEnabled == topic.LoggingEnabled
                ? TopicOutcome.Same
                : TopicOutcome.Different;
    }

    /// <summary>Changes the attributes of a topic.</summary>
    public Task<TopicOutcome> SetAsync(
        string account, string name, TopicAttributes attributes, CancellationToken cancellationToken) =>
        ChangeAsync(
            account,
            name,
            topic => (TopicOutcome.Done, attributes.ApplyTo(topic) with { ChangedAt = time.GetUtcNow() }),
            cancellationToken);

    /// <summary>Adds a subscription, unless the topic has one of that name.</summary>
    /// <param name="account">The account.</param>
    /// <param name="topic">The topic's name.</param>
    /// <param name="wanted">The subscription; its times are set here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TopicOutcome> SubscribeAsync(
        string account, string topic, TopicSubscription wanted, CancellationToken cancellationToken) =>
        ChangeAsync(account, topic, read => Add(read, wanted), cancellationToken);

    /// <summary>Changes the attributes of a subscription.</summary>
    public Task<TopicOutcome> SetAsync(
        string account,
        string topic,
        string subscription,
        SubscriptionAttributes attributes,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            account,
            topic,
            read => read.Find(subscription) is { } found
                ? (TopicOutcome.Done, read.With(attributes.ApplyTo(found) with { ChangedAt = time.GetUtcNow() }))
                : (TopicOutcome.NoSubscription, null),
            cancellationToken);

    /// <summary>Removes a subscription, if there is one of that name. What is queued for it is not delivered.</summary>
    public Task<TopicOutcome> UnsubscribeAsync(
        string account, string topic, string subscription, CancellationToken cancellationToken) =>
        ChangeAsync(
            account,
            topic,
            read => read.Find(subscription) is null
                ? (TopicOutcome.NoSubscription, null)
                : (TopicOutcome.Done, read.Without(subscription)),
            cancellationToken);

    private (TopicOutcome Outcome, Topic? Changed) Add(Topic topic, TopicSubscription wanted)
    {
        if (topic.Find(wanted.Name) is { } present)
        {
            return (present.AsksTheSameAs(wanted) ? TopicOutcome.Same : TopicOutcome.Different, null);
        }

        var now = time.GetUtcNow();
        return topic.Subscriptions.Count >= options.MaxSubscriptions
            ? (TopicOutcome.Full, null)
            : (TopicOutcome.Done, topic.With(wanted with { CreatedAt = now, ChangedAt = now }));
    }

    private async Task<TopicOutcome> ChangeAsync(
        string account,
        string name,
        Func<Topic, (TopicOutcome Outcome, Topic? Changed)> change,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await topics.FindAsync(account, name, cancellationToken) is not { } read)
            {
                return TopicOutcome.NoTopic;
            }

            var (outcome, changed) = change(read.Topic);
            if (changed is null || await topics.WriteAsync(account, changed, read.ETag, cancellationToken))
            {
                return outcome;
            }
        }

        throw new IOException($"Topic {name} was changed by other writers {MaxAttempts} times in a row");
    }
}

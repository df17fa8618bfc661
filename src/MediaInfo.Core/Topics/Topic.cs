namespace MediaInfo.Core.Topics;

/// <summary>A topic of an account, with its subscriptions.</summary>
public sealed record Topic
{
    /// <summary>The largest size of a message, in bytes, that a topic may allow.</summary>
    public const int LargestMessage = 64 * 1024;

    /// <summary>The name, unique in the account; capitals count.</summary>
    public required string Name { get; init; }

    /// <summary>When the topic was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its attributes were last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The largest size of a message, in bytes.</summary>
    public int MaxMessageBytes { get; init; } = LargestMessage;

    /// <summary>Whether the vendor would log operations. Stored and returned; has no effect.</summary>
    public bool LoggingEnabled { get; init; }

    /// <summary>The subscriptions, in the order of their names.</summary>
    public IReadOnlyList<TopicSubscription> Subscriptions { get; init; } = [];

    /// <summary>The subscription of a name; null if there is none.</summary>
    public TopicSubscription? Find(string subscription) =>
        Subscriptions.FirstOrDefault(other => string.Equals(other.Name, subscription, StringComparison.Ordinal));

    /// <summary>The topic with a subscription, which replaces one of the same name.</summary>
    public Topic With(TopicSubscription subscription) => this with
    {
        Subscriptions =
        [
            .. Without(subscription.Name).Subscriptions
                .Append(subscription)
                .OrderBy(other => other.Name, StringComparer.Ordinal),
        ],
    };

    /// <summary>The topic without the subscription of a name.</summary>
    public Topic Without(string subscription) => this with
    {
        Subscriptions =
            [.. Subscriptions.Where(other => !string.Equals(other.Name, subscription, StringComparison.Ordinal))],
    };
}

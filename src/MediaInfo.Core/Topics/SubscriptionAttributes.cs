namespace MediaInfo.Core.Topics;

/// <summary>The attributes of a subscription that callers may change later.</summary>
/// <param name="Strategy">How failed deliveries are repeated; null leaves it.</param>
/// <param name="FilterTag">The only tag wanted; null leaves it, and an empty text asks for all messages.</param>
public sealed record SubscriptionAttributes(NotifyStrategy? Strategy, string? FilterTag)
{
    /// <summary>The subscription with these attributes.</summary>
    internal TopicSubscription ApplyTo(TopicSubscription subscription) => subscription with
    {
        Strategy = Strategy ?? subscription.Strategy,
        FilterTag = FilterTag switch { null => subscription.FilterTag, "" => null, var tag => tag },
    };
}

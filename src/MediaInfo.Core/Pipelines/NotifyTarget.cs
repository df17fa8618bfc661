namespace MediaInfo.Core.Pipelines;

/// <summary>The target of completion messages. One member is set; if there are several, the first applies.</summary>
public sealed record NotifyTarget
{
    /// <summary>A storage queue.</summary>
    public string? QueueName { get; init; }

    /// <summary>A topic; while nobody subscribes to it, its messages go to the queue of the same name.</summary>
    public string? Topic { get; init; }

    /// <summary>The same for a topic of the vendor's other messaging product.</summary>
    public string? MqTopic { get; init; }

    /// <summary>The tag of the messages to <see cref="MqTopic"/>; null for none.</summary>
    public string? MqTag { get; init; }

    /// <summary>An HTTP or HTTPS URL that messages are posted to.</summary>
    public string? Url { get; init; }

    /// <summary>The topic that the messages are published to; null for a queue or an HTTP target.</summary>
    public string? EffectiveTopic => QueueName is null ? Topic ?? MqTopic : null;

    /// <summary>The tag of the messages to <see cref="EffectiveTopic"/>; null for none.</summary>
    public string? EffectiveTag => QueueName is null && Topic is null ? MqTag : null;

    /// <summary>
    /// The queue that receives the messages, for a topic while nobody subscribes to it; null for an HTTP target.
    /// </summary>
    public string? EffectiveQueue => QueueName ?? EffectiveTopic;
}

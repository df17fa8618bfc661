namespace MediaInfo.Core.Pipelines;

/// <summary>The target of completion messages. One member is set; if there are several, the first applies.</summary>
public sealed record NotifyTarget
{
    /// <summary>A storage queue.</summary>
    public string? QueueName { get; init; }

    /// <summary>A topic; its messages go to the storage queue of the same name.</summary>
    public string? Topic { get; init; }

    /// <summary>An HTTP or HTTPS URL that messages are posted to.</summary>
    public string? Url { get; init; }

    /// <summary>The storage queue that receives the messages; null for an HTTP target.</summary>
    public string? EffectiveQueue => QueueName ?? Topic;
}

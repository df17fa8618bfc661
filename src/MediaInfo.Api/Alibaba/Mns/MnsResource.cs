namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>What a path stands for.</summary>
public enum MnsResource
{
    /// <summary>/queues</summary>
    Queues,

    /// <summary>/queues/{name}</summary>
    Queue,

    /// <summary>/queues/{name}/messages</summary>
    QueueMessages,

    /// <summary>/topics</summary>
    Topics,

    /// <summary>/topics/{name}</summary>
    Topic,

    /// <summary>/topics/{name}/messages</summary>
    TopicMessages,

    /// <summary>/topics/{name}/subscriptions</summary>
    Subscriptions,

    /// <summary>/topics/{name}/subscriptions/{part}</summary>
    Subscription,
}

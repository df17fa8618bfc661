namespace MediaInfo.Core.Topics;

/// <summary>What became of a call that changes a topic or a subscription.</summary>
public enum TopicOutcome
{
    /// <summary>It was created or changed.</summary>
    Done,

    /// <summary>It exists already, with the same attributes.</summary>
    Same,

    /// <summary>It exists already, with other attributes.</summary>
    Different,

    /// <summary>The account has no such topic.</summary>
    NoTopic,

    /// <summary>The topic has no such subscription.</summary>
    NoSubscription,

    /// <summary>The account or the topic has as many as it may have.</summary>
    Full,
}

namespace MediaInfo.Core.Messaging;

/// <summary>What happened to a message whose receipt was used.</summary>
public enum HeldMessageStatus
{
    /// <summary>It was deleted or hidden again.</summary>
    Done,

    /// <summary>It is gone, its receipt's time is over, or it has another receipt now.</summary>
    Lost,

    /// <summary>There is no such queue.</summary>
    NoQueue,
}

namespace MediaInfo.Core.Messaging;

/// <summary>What became of the creation of a queue.</summary>
public enum QueueCreation
{
    /// <summary>The queue is new, or nobody had created it before, and now has these settings.</summary>
    Created,

    /// <summary>There was such a queue with the same settings.</summary>
    Same,

    /// <summary>There is such a queue with other settings.</summary>
    Different,

    /// <summary>A queue of the name is still being deleted.</summary>
    BeingDeleted,
}

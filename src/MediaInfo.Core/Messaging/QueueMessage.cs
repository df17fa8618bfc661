namespace MediaInfo.Core.Messaging;

/// <summary>A message in a queue.</summary>
/// <param name="Id">The queue's id for the message.</param>
/// <param name="Receipt">Deletes or hides the message until its time is over; null if it was only looked at.</param>
/// <param name="Body">Its text as it was sent.</param>
public sealed record QueueMessage(string Id, string? Receipt, string Body)
{
    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was first received, UTC; the time of sending if that is unknown or has not happened.</summary>
    public required DateTimeOffset FirstReceivedAt { get; init; }

    /// <summary>When it is visible again, UTC; null if it was only looked at.</summary>
    public DateTimeOffset? VisibleAt { get; init; }

    /// <summary>How often it was received, including this time.</summary>
    public long DeliveryCount { get; init; }

    /// <summary>1, the highest, to 16.</summary>
    public int Priority { get; init; } = OutgoingMessage.DefaultPriority;

    /// <summary>
    /// Whether it was not sent through <see cref="IMessageQueues"/>, but by the service itself or by a client of the storage.
    /// </summary>
    public bool IsForeign { get; init; }
}

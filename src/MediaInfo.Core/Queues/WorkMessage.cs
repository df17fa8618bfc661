namespace MediaInfo.Core.Queues;

/// <summary>A message held by this process and invisible to others until its visibility timeout expires.</summary>
/// <param name="Id">The queue's id for the message.</param>
/// <param name="Receipt">Proves that the message is held; each renewal returns a new one.</param>
/// <param name="Text">The message's text.</param>
/// <param name="DeliveryCount">How often the message was delivered, including this time; 1 for the first.</param>
public sealed record WorkMessage(string Id, string Receipt, string Text, long DeliveryCount)
{
    /// <summary>The account that the work belongs to; empty if the queue doesn't know accounts.</summary>
    public string Account { get; init; } = "";

    /// <summary>The priority, as in <see cref="WorkItem.Priority"/>.</summary>
    public int Priority { get; init; }
}

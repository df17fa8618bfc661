namespace MediaInfo.Core.Queues;

/// <summary>A message that this process holds for a while; nobody else sees it until its visibility timeout ends.</summary>
/// <param name="Id">The queue's id of the message.</param>
/// <param name="Receipt">Proves the hold; every renewal gives a new one.</param>
/// <param name="Text">The message's text.</param>
/// <param name="DeliveryCount">How often it was handed out, this time included; 1 for the first.</param>
public sealed record WorkMessage(string Id, string Receipt, string Text, long DeliveryCount)
{
    /// <summary>Whose work it is; empty where the queue doesn't know accounts.</summary>
    public string Account { get; init; } = "";

    /// <summary>As in <see cref="WorkItem.Priority"/>.</summary>
    public int Priority { get; init; }
}

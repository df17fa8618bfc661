namespace MediaInfo.Core.Queues;

/// <summary>The limits on the deliveries of a message.</summary>
/// <param name="MaxDeliveries">Deliveries before the message is given up.</param>
/// <param name="VisibilityTimeout">How long the message stays invisible unless renewed; a crash delays it by as much.</param>
public sealed record DeliveryLimits(int MaxDeliveries, TimeSpan VisibilityTimeout);

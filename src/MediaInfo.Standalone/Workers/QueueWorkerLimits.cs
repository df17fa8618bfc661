using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>The limits of one queue's worker.</summary>
/// <param name="Delivery">The limits of a message's deliveries.</param>
/// <param name="IdlePause">The longest pause between polls of an empty queue.</param>
public sealed record QueueWorkerLimits(DeliveryLimits Delivery, TimeSpan IdlePause);

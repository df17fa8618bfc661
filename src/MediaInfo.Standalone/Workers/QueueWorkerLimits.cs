namespace MediaInfo.Standalone.Workers;

/// <summary>The limits of one queue's worker.</summary>
/// <param name="MaxDeliveries">Deliveries before a message is given up.</param>
/// <param name="VisibilityTimeout">How long a message stays invisible unless renewed.</param>
/// <param name="IdlePause">The longest pause between polls of an empty queue.</param>
public sealed record QueueWorkerLimits(int MaxDeliveries, TimeSpan VisibilityTimeout, TimeSpan IdlePause);

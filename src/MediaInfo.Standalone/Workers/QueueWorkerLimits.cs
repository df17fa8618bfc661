namespace MediaInfo.Standalone.Workers;

/// <summary>The limits of one queue's worker.</summary>
/// <param name="MaxDeliveries">Deliveries before a message is given up.</param>
/// <param name="VisibilityTimeout">How long a message stays hidden without a sign of life.</param>
/// <param name="IdlePause">The longest pause between looks at an empty queue.</param>
public sealed record QueueWorkerLimits(int MaxDeliveries, TimeSpan VisibilityTimeout, TimeSpan IdlePause);

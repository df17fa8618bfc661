namespace MediaInfo.Core.Messaging;

/// <summary>A message to send.</summary>
/// <param name="Body">Its text. It comes back as it is.</param>
/// <param name="Priority">1, the highest, to 16.</param>
/// <param name="Delay">How long it stays hidden.</param>
/// <param name="Retention">How long it is kept after that.</param>
public sealed record OutgoingMessage(string Body, int Priority, TimeSpan Delay, TimeSpan Retention)
{
    /// <summary>The highest priority.</summary>
    public const int HighestPriority = 1;

    /// <summary>The priority of a message that says none.</summary>
    public const int DefaultPriority = 8;

    /// <summary>The lowest priority.</summary>
    public const int LowestPriority = 16;
}

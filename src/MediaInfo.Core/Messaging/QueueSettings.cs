namespace MediaInfo.Core.Messaging;

/// <summary>How a message queue treats its messages.</summary>
/// <param name="Delay">How long a message stays hidden after it was sent, unless it has a delay of its own.</param>
/// <param name="LargestMessage">The most bytes of a message.</param>
/// <param name="Retention">How long a message is kept.</param>
/// <param name="Visibility">How long a received message stays hidden.</param>
/// <param name="Wait">How long a receive waits for a message, unless it says so itself.</param>
/// <param name="Logging">Kept and shown; it changes nothing.</param>
public sealed record QueueSettings(
    TimeSpan Delay, int LargestMessage, TimeSpan Retention, TimeSpan Visibility, TimeSpan Wait, bool Logging)
{
    /// <summary>The most bytes that a message of any queue may have.</summary>
    public const int LargestOfAll = 64 * 1024;

    /// <summary>The settings of a queue that is created without any.</summary>
    public static QueueSettings Default { get; } = new(
        TimeSpan.Zero, LargestOfAll, TimeSpan.FromDays(4), TimeSpan.FromSeconds(30), TimeSpan.Zero, Logging: false);

    /// <summary>The settings of a queue that nobody created: its first message did.</summary>
    public static QueueSettings Implicit { get; } = Default with { Retention = TimeSpan.FromDays(7) };
}

namespace MediaInfo.Core.Messaging;

/// <summary>What became of a message whose receipt was used.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Receipt">The new receipt of a message that was hidden again; otherwise null.</param>
/// <param name="VisibleAt">When that message is visible again, UTC; otherwise null.</param>
public sealed record HeldMessage(HeldMessageStatus Status, string? Receipt = null, DateTimeOffset? VisibleAt = null);

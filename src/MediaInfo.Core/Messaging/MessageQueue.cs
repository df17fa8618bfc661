namespace MediaInfo.Core.Messaging;

/// <summary>A message queue of an account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">How it treats its messages.</param>
/// <param name="CreatedAt">When it was created, UTC; null for a queue that its first message created.</param>
/// <param name="ModifiedAt">When its settings were last changed, UTC; null like <paramref name="CreatedAt"/>.</param>
public sealed record MessageQueue(
    string Name, QueueSettings Settings, DateTimeOffset? CreatedAt, DateTimeOffset? ModifiedAt);

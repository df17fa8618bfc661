namespace MediaInfo.Core.Topics;

/// <summary>A queue that subscribes to a topic.</summary>
/// <param name="Account">The account that the endpoint names.</param>
/// <param name="Name">The queue's name.</param>
public sealed record TopicQueue(string Account, string Name);

namespace MediaInfo.Core.Topics;

/// <summary>A topic as it was read.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record StoredTopic(Topic Topic, string ETag);

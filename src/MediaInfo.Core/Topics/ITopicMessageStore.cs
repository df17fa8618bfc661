namespace MediaInfo.Core.Topics;

/// <summary>
/// Keeps published messages while they are delivered. Queue messages only refer to them: a published text may be as large as a
/// queue message, and then has no room for anything else.
/// </summary>
public interface ITopicMessageStore
{
    /// <summary>Stores a message. Storing one with the same id and time again replaces it.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task WriteAsync(TopicMessage message, CancellationToken cancellationToken);

    /// <summary>Reads a message; null if there is none, or it was removed by a sweep.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<TopicMessage?> FindAsync(
        string account, string id, DateTimeOffset publishedAt, CancellationToken cancellationToken);
}

namespace MediaInfo.Core.Topics;

/// <summary>Stores the topics of accounts. Every write is conditional, and makes a new version.</summary>
public interface ITopicStore
{
    /// <summary>Reads the current topic; null if the account has none of that name.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<StoredTopic?> FindAsync(string account, string name, CancellationToken cancellationToken);

    /// <summary>The names of the account's topics that begin with the prefix, in ordinal order.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<IReadOnlyList<string>> NamesAsync(string account, string prefix, CancellationToken cancellationToken);

    /// <summary>Replaces the version that was read, or creates the topic if the ETag is null.</summary>
    /// <returns>False if another writer interfered.</returns>
    /// <exception cref="ArgumentException">
    /// The account or the name is not legal, as in <see cref="Messaging.QueueName"/>.
    /// </exception>
    Task<bool> WriteAsync(string account, Topic topic, string? etag, CancellationToken cancellationToken);

    /// <summary>Removes the topic with its subscriptions, whatever its version. Does nothing if there is none.</summary>
    Task RemoveAsync(string account, string name, CancellationToken cancellationToken);
}

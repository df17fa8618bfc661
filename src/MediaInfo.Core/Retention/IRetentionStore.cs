using MediaInfo.Core.Library;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Core.Retention;

/// <summary>Finds and removes what a sweep covers beyond jobs and their results.</summary>
public interface IRetentionStore
{
    /// <summary>All accounts that have jobs or assets, without repeats, including accounts no longer in the settings.</summary>
    IAsyncEnumerable<string> AccountsAsync(CancellationToken cancellationToken);

    /// <summary>The notes of all jobs that wait for a pipeline.</summary>
    IAsyncEnumerable<HeldJobNote> HeldNotesAsync(CancellationToken cancellationToken);

    /// <summary>The deleted assets of an account whose documents may be older than the given time.</summary>
    IAsyncEnumerable<AssetKey> DeletedAssetsAsync(string account, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes an asset's document.</summary>
    /// <returns>False if the document has changed or been removed since it was read.</returns>
    Task<bool> RemoveAsync(StoredAsset read, CancellationToken cancellationToken);

    /// <summary>
    /// The names of used nonces from calls that were signed in an hour that ended before the given time. The names are specific
    /// to the store.
    /// </summary>
    IAsyncEnumerable<string> NoncesAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>
    /// The names of messages of topics that were published in an hour that ended before the given time. The names are specific to
    /// the store.
    /// </summary>
    IAsyncEnumerable<string> TopicMessagesAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes a message of a topic, if it exists.</summary>
    Task RemoveTopicMessageAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a used nonce, if it exists.</summary>
    Task RemoveNonceAsync(string name, CancellationToken cancellationToken);
}

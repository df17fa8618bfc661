using MediaInfo.Core.Library;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Core.Retention;

/// <summary>What a sweep finds and removes beyond jobs and their results.</summary>
public interface IRetentionStore
{
    /// <summary>Every account that has jobs or assets, each once, also those that are in no settings any more.</summary>
    IAsyncEnumerable<string> AccountsAsync(CancellationToken cancellationToken);

    /// <summary>The notes of all jobs that wait for a pipeline.</summary>
    IAsyncEnumerable<HeldJobNote> HeldNotesAsync(CancellationToken cancellationToken);

    /// <summary>The deleted assets of an account whose documents may be older than that.</summary>
    IAsyncEnumerable<AssetKey> DeletedAssetsAsync(string account, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes an asset's document.</summary>
    /// <returns>False where it changed since it was read, or went.</returns>
    Task<bool> RemoveAsync(StoredAsset read, CancellationToken cancellationToken);

    /// <summary>The used nonces of calls that were signed in an hour that was over at that time, by names of the store's own.</summary>
    IAsyncEnumerable<string> NoncesAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes a used nonce; nothing happens where there is none.</summary>
    Task RemoveNonceAsync(string name, CancellationToken cancellationToken);
}

using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Library;

/// <summary>Stores asset documents. Every write is conditional on the version that was read, and makes a new version.</summary>
public interface IAssetStore
{
    /// <summary>Stores a new asset; false if a document with the id exists, even a deleted one.</summary>
    /// <exception cref="ArgumentException">The account or the id is not legal, as in <see cref="JobKey"/>.</exception>
    Task<bool> AddAsync(Asset asset, CancellationToken cancellationToken);

    /// <summary>Reads the current asset, even a deleted one; null if there is none.</summary>
    Task<StoredAsset?> FindAsync(AssetKey key, CancellationToken cancellationToken);

    /// <summary>Replaces the version that was read; false if it has since changed.</summary>
    Task<bool> ReplaceAsync(StoredAsset read, Asset next, CancellationToken cancellationToken);

    /// <summary>All assets of the account except deleted ones, newest first.</summary>
    IAsyncEnumerable<AssetEntry> ListAsync(string account, CancellationToken cancellationToken);
}

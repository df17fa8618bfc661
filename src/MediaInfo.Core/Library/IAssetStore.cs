namespace MediaInfo.Core.Library;

/// <summary>Keeps asset documents. Every write is conditional: nobody overwrites what he has not read.</summary>
public interface IAssetStore
{
    /// <summary>Stores a new asset; false when a document of that id is there, deleted ones included.</summary>
    Task<bool> AddAsync(Asset asset, CancellationToken cancellationToken);

    /// <summary>The asset as it is now, also a deleted one; null when there is none.</summary>
    Task<StoredAsset?> FindAsync(AssetKey key, CancellationToken cancellationToken);

    /// <summary>Replaces the version that was read; false when it changed meanwhile.</summary>
    Task<bool> ReplaceAsync(StoredAsset read, Asset next, CancellationToken cancellationToken);

    /// <summary>Every asset of the account but the deleted ones, newest first.</summary>
    IAsyncEnumerable<AssetEntry> ListAsync(string account, CancellationToken cancellationToken);
}

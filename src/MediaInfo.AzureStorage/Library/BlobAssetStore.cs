using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Library;

namespace MediaInfo.AzureStorage.Library;

/// <summary>
/// Stores asset documents as blobs, with optimistic concurrency by ETag. A transient storage failure is an
/// <see cref="IOException"/>.
/// </summary>
public sealed class BlobAssetStore(StorageClients clients) : IAssetStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.AssetsContainer);

    /// <inheritdoc />
    public Task<bool> AddAsync(Asset asset, CancellationToken cancellationToken) =>
        WriteAsync(asset, JsonBlobs.IsNew, cancellationToken);

    /// <inheritdoc />
    public Task<bool> ReplaceAsync(StoredAsset read, Asset next, CancellationToken cancellationToken) =>
        WriteAsync(next, JsonBlobs.Is(read.ETag), cancellationToken);

    /// <inheritdoc />
    public async Task<StoredAsset?> FindAsync(AssetKey key, CancellationToken cancellationToken)
    {
        if (StorageNames.AssetBlob(key) is not { } name)
        {
            return null;
        }

        var found = await _container.GetBlobClient(name).ReadJsonAsync(LibraryJson.Default.Asset, cancellationToken);
        return found is var (asset, etag) ? new StoredAsset(asset, etag) : null;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<AssetEntry> ListAsync(
        string account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = _container
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, StorageNames.AssetsOf(account), cancellationToken)
            .AsPages()
            .GetAsyncEnumerator(cancellationToken);
        await using var _ = pages.ConfigureAwait(false);
        while (await pages.MoveNextAsync().AsTask().OrIOException(cancellationToken))
        {
            foreach (var blob in pages.Current.Values)
            {
                if (AssetMetadata.Read(StorageNames.AssetIdOf(blob.Name), blob.Metadata)
                    is { Status: not AssetStatus.Deleted } entry)
                {
                    yield return entry;
                }
            }
        }
    }

    private async Task<bool> WriteAsync(Asset asset, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var name = StorageNames.AssetBlob(asset.Key) ?? throw new ArgumentException("The asset key is invalid", nameof(asset));
        var json = JsonSerializer.SerializeToUtf8Bytes(asset, LibraryJson.Default.Asset);
        var blob = _container.GetBlobClient(name);
        try
        {
            await blob.WriteJsonAsync(json, conditions, AssetMetadata.Of(asset), cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal)
            when (refusal.Status is 409 or 412 || (refusal.Status == 404 && conditions.IfMatch is not null))
        {
            // If a response is lost, the SDK retries, and storage then rejects what the first attempt wrote.
            return await blob.HoldsAsync(json, cancellationToken);
        }
    }
}

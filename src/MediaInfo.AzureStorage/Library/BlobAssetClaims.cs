using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;

namespace MediaInfo.AzureStorage.Library;

/// <summary>Stores claims on names as small blobs, keyed by the name's digest, with optimistic concurrency by ETag.</summary>
public sealed class BlobAssetClaims(StorageClients clients) : IAssetClaims
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.AssetsContainer);

    /// <inheritdoc />
    public async Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken)
    {
        var found = await Locate(name).ReadJsonAsync(LibraryJson.Default.AssetClaim, cancellationToken);
        return found is var (claim, etag) ? new StoredClaim(name, claim, etag) : null;
    }

    /// <inheritdoc />
    public async Task<StoredClaim?> WriteAsync(
        ClaimName name, AssetClaim claim, StoredClaim? over, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(claim, LibraryJson.Default.AssetClaim);
        var conditions = over is null ? JsonBlobs.IsNew : JsonBlobs.Is(over.ETag);
        try
        {
            return new StoredClaim(
                name, claim, await Locate(name).WriteJsonAsync(json, conditions, metadata: null, cancellationToken));
        }
        catch (RequestFailedException refusal) when (refusal.Status is 409 or 412 || (refusal.Status == 404 && over is not null))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(StoredClaim read, CancellationToken cancellationToken)
    {
        try
        {
            await Locate(read.Name)
                .DeleteIfExistsAsync(DeleteSnapshotsOption.None, JsonBlobs.Is(read.ETag), cancellationToken)
                .OrIOException(cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.Status == 412)
        {
            // The claim was rewritten since, and belongs to another writer.
        }
    }

    private BlobClient Locate(ClaimName name) => _container.GetBlobClient(StorageNames.ClaimBlob(name));
}

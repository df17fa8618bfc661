using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.AzureStorage.Library;

/// <summary>Stores the categories of accounts, one blob per account, with optimistic concurrency by ETag.</summary>
public sealed class BlobCategories(StorageClients clients) : ICategoryStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.SettingsContainer);

    /// <inheritdoc />
    public async Task<StoredCategories?> FindAsync(string account, CancellationToken cancellationToken) =>
        await Locate(account).ReadJsonAsync(LibraryJson.Default.CategoryTree, cancellationToken) is var (tree, etag)
            ? new StoredCategories(tree, etag)
            : null;

    /// <inheritdoc />
    public async Task<bool> WriteAsync(
        string account, CategoryTree tree, StoredCategories? over, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(tree, LibraryJson.Default.CategoryTree);
        var conditions = over is null ? JsonBlobs.IsNew : JsonBlobs.Is(over.ETag);
        var blob = Locate(account);
        try
        {
            await blob.WriteJsonAsync(json, conditions, metadata: null, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 409 or 412 || (refusal.Status == 404 && over is not null))
        {
            // If a response is lost, the SDK retries, and storage then rejects what the first attempt wrote. No other call
            // writes the same document.
            return tree.WrittenBy is not null && await blob.HoldsAsync(json, cancellationToken);
        }
    }

    private BlobClient Locate(string account) => _container.GetBlobClient(StorageNames.CategoriesBlob(account));
}

using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.AzureStorage.Library;

/// <summary>Stores the categories of accounts, one blob per account.</summary>
public sealed class BlobCategories(StorageClients clients) : ICategoryStore
{
    private readonly AccountDocuments<CategoryTree> _documents =
        new(clients, StorageNames.CategoriesBlob, LibraryJson.Default.CategoryTree);

    /// <inheritdoc />
    public async Task<StoredCategories?> FindAsync(string account, CancellationToken cancellationToken) =>
        await _documents.FindAsync(account, cancellationToken) is var (tree, etag) ? new StoredCategories(tree, etag) : null;

    /// <inheritdoc />
    public Task<bool> WriteAsync(
        string account, CategoryTree tree, StoredCategories? over, CancellationToken cancellationToken) =>
        _documents.WriteAsync(account, tree, over?.ETag, isUnique: tree.WrittenBy is not null, cancellationToken);
}

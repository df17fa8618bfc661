using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Library;

/// <summary>Stores the categories of accounts.</summary>
public sealed class LocalCategories(LocalDatabase database) : ICategoryStore
{
    private readonly AccountDocuments<CategoryTree> _documents = new(database, "categories", LibraryJson.Default.CategoryTree);

    /// <inheritdoc />
    public Task<StoredCategories?> FindAsync(string account, CancellationToken cancellationToken) => Task.FromResult(
        _documents.Find(account, cancellationToken) is var (tree, etag) ? new StoredCategories(tree, etag) : null);

    /// <inheritdoc />
    public Task<bool> WriteAsync(
        string account, CategoryTree tree, StoredCategories? over, CancellationToken cancellationToken) =>
        _documents.WriteAsync(account, tree, over?.ETag, cancellationToken);
}

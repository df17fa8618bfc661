using System.Text.Json;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Library;

/// <summary>Stores the categories of accounts, with optimistic concurrency by version number.</summary>
public sealed class LocalCategories(LocalDatabase database) : ICategoryStore
{
    /// <inheritdoc />
    public Task<StoredCategories?> FindAsync(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use("SELECT version, document FROM categories WHERE account = ?1");
            return find.Bind(1, account).Step()
                && JsonSerializer.Deserialize(find.Bytes(1), LibraryJson.Default.CategoryTree) is { } tree
                ? new StoredCategories(tree, Versions.ETag(find.Number(0)))
                : null;
        }));
    }

    /// <inheritdoc />
    public Task<bool> WriteAsync(
        string account, CategoryTree tree, StoredCategories? over, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(tree, LibraryJson.Default.CategoryTree);
        return database.WriteAsync(
            session =>
            {
                using var write = session.Use(over is null
                    ? "INSERT INTO categories (account, version, document) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
                    : "UPDATE categories SET version = ?2, document = ?3 WHERE account = ?1 AND version = ?4");
                write.Bind(1, account).Bind(2, session.NextVersion()).Bind(3, json);
                return (over is null ? write : write.Bind(4, Versions.Of(over.ETag))).Run() > 0;
            },
            cancellationToken);
    }
}

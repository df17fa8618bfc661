using MediaInfo.Core.Templates;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Templates;

/// <summary>Stores the templates of accounts.</summary>
public sealed class LocalTemplates(LocalDatabase database) : ITemplateStore
{
    private readonly AccountDocuments<TemplateBook> _documents = new(database, "templates", TemplateJson.Default.TemplateBook);

    /// <inheritdoc />
    public Task<StoredTemplates?> FindAsync(string account, CancellationToken cancellationToken) => Task.FromResult(
        _documents.Find(account, cancellationToken) is var (book, etag) ? new StoredTemplates(book, etag) : null);

    /// <inheritdoc />
    public Task<bool> WriteAsync(
        string account, TemplateBook book, StoredTemplates? over, CancellationToken cancellationToken) =>
        _documents.WriteAsync(account, book, over?.ETag, cancellationToken);
}

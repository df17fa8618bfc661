using MediaInfo.Core.Templates;

namespace MediaInfo.AzureStorage.Templates;

/// <summary>Stores the templates of accounts, one blob per account.</summary>
public sealed class BlobTemplates(StorageClients clients) : ITemplateStore
{
    private readonly AccountDocuments<TemplateBook> _documents =
        new(clients, StorageNames.TemplatesBlob, TemplateJson.Default.TemplateBook);

    /// <inheritdoc />
    public async Task<StoredTemplates?> FindAsync(string account, CancellationToken cancellationToken) =>
        await _documents.FindAsync(account, cancellationToken) is var (book, etag) ? new StoredTemplates(book, etag) : null;

    /// <inheritdoc />
    public Task<bool> WriteAsync(
        string account, TemplateBook book, StoredTemplates? over, CancellationToken cancellationToken) =>
        _documents.WriteAsync(account, book, over?.ETag, isUnique: book.WrittenBy is not null, cancellationToken);
}

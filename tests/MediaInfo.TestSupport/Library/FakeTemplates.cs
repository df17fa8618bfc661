using MediaInfo.Core.Templates;

namespace MediaInfo.TestSupport.Library;

/// <summary>Templates in memory.</summary>
public sealed class FakeTemplates(Interruptions interruptions) : ITemplateStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredTemplates> _books = new(StringComparer.Ordinal);
    private int _version;

    public Task<StoredTemplates?> FindAsync(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_books.GetValueOrDefault(account));
        }
    }

    public Task<bool> WriteAsync(
        string account, TemplateBook book, StoredTemplates? over, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(interruptions.Write(() =>
            {
                var isNewest = string.Equals(_books.GetValueOrDefault(account)?.ETag, over?.ETag, StringComparison.Ordinal);
                if (isNewest)
                {
                    _books[account] = new StoredTemplates(book, $"{++_version}");
                }

                return isNewest;
            }));
        }
    }
}

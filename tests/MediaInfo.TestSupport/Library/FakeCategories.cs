using MediaInfo.Core.Library.Categories;

namespace MediaInfo.TestSupport.Library;

/// <summary>Categories in memory.</summary>
public sealed class FakeCategories(Interruptions interruptions) : ICategoryStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredCategories> _trees = new(StringComparer.Ordinal);
    private int _version;

    public Task<StoredCategories?> FindAsync(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_trees.GetValueOrDefault(account));
        }
    }

    public Task<bool> WriteAsync(
        string account, CategoryTree tree, StoredCategories? over, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(interruptions.Write(() =>
            {
                var isNewest = string.Equals(_trees.GetValueOrDefault(account)?.ETag, over?.ETag, StringComparison.Ordinal);
                if (isNewest)
                {
                    _trees[account] = new StoredCategories(tree, $"{++_version}");
                }

                return isNewest;
            }));
        }
    }
}

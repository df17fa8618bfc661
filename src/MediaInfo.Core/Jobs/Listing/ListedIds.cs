namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Caches the ids of partly read lists for a while.</summary>
internal sealed class ListedIds(TimeProvider time)
{
    /// <summary>How long a caller may pause between two pages.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(2);

    // 50 MB in total at most.
    private const int MaxIds = 100_000;
    private const int MaxLists = 32;

    private readonly Dictionary<string, Remembered> _lists = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>
    /// The ids of a list whose given page has not been served yet; null if the list must be read again, as for every first page.
    /// </summary>
    public UInt128[]? Find(string list, int page)
    {
        lock (_lock)
        {
            var isKept = page > 0
                && _lists.TryGetValue(list, out var found)
                && time.GetElapsedTime(found.UsedAt) <= Retention
                && !found.Given.Contains(page);
            return isKept ? _lists[list].Ids : null;
        }
    }

    /// <summary>Caches a list that was just read.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="ids">The list's ids.</param>
    public void Keep(string list, UInt128[] ids)
    {
        lock (_lock)
        {
            _lists.Remove(list);
            if (ids.Length > MaxIds)
            {
                return;
            }

            if (_lists.Count == MaxLists)
            {
                _lists.Remove(_lists.MinBy(pair => pair.Value.UsedAt).Key);
            }

            _lists[list] = new Remembered { Ids = ids, UsedAt = time.GetTimestamp() };
        }
    }

    /// <summary>Records that a page of a list was served. Empty pages do not extend the list's lifetime.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="ids">The list's ids.</param>
    /// <param name="page">The page.</param>
    /// <param name="isEmpty">Whether the page is empty.</param>
    public void Give(string list, UInt128[] ids, int page, bool isEmpty)
    {
        lock (_lock)
        {
            // Another caller may have reloaded the list in the meantime.
            if (!isEmpty && _lists.TryGetValue(list, out var found) && ReferenceEquals(found.Ids, ids))
            {
                found.Given.Add(page);
                found.UsedAt = time.GetTimestamp();
            }
        }
    }

    private sealed class Remembered
    {
        public required UInt128[] Ids { get; init; }

        public HashSet<int> Given { get; } = [];

        public long UsedAt { get; set; }
    }
}

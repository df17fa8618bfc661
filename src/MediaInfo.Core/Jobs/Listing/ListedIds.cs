namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Remembers for a while the ids of lists of which only a page was given yet.</summary>
internal sealed class ListedIds(TimeProvider time)
{
    /// <summary>So long a caller may pause between two pages.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    // Together at most 50 MB.
    private const int MaxIds = 100_000;
    private const int MaxLists = 32;

    private readonly Dictionary<string, Remembered> _lists = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The ids of a list that page has not been given of; null where the list has to be read anew, as for every first page.</summary>
    public UInt128[]? Find(string list, int page)
    {
        lock (_lock)
        {
            var isKept = page > 0 && _lists.TryGetValue(list, out var found) && time.GetElapsedTime(found.UsedAt) <= Kept && !found.Given.Contains(page);
            return isKept ? _lists[list].Ids : null;
        }
    }

    /// <summary>Remembers a list that was just read.</summary>
    /// <param name="list">Its name.</param>
    /// <param name="ids">Its ids.</param>
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

    /// <summary>Notes that a page of a list was given. Pages that no id is on do not make it live longer.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="ids">Its ids.</param>
    /// <param name="page">The page.</param>
    /// <param name="isEmpty">Whether no id is on it.</param>
    public void Give(string list, UInt128[] ids, int page, bool isEmpty)
    {
        lock (_lock)
        {
            // Meanwhile another caller may have had the list read anew.
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

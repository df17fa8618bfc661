namespace MediaInfo.Core.Jobs;

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
            if (page == 0 || !_lists.TryGetValue(list, out var found) || time.GetElapsedTime(found.UsedAt) > Kept || !found.Given.Add(page))
            {
                return null;
            }

            found.UsedAt = time.GetTimestamp();
            return found.Ids;
        }
    }

    /// <summary>Remembers a list that was just read.</summary>
    /// <param name="list">Its name.</param>
    /// <param name="ids">Its ids.</param>
    /// <param name="page">The page that is given of it.</param>
    public void Keep(string list, UInt128[] ids, int page)
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

            _lists[list] = new Remembered { Ids = ids, Given = [page], UsedAt = time.GetTimestamp() };
        }
    }

    private sealed class Remembered
    {
        public required UInt128[] Ids { get; init; }

        public required HashSet<int> Given { get; init; }

        public long UsedAt { get; set; }
    }
}

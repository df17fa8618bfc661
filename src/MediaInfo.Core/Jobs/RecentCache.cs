namespace MediaInfo.Core.Jobs;

/// <summary>A cache of the most recently used entries, up to a fixed number.</summary>
/// <remarks>
/// Two generations: when the young one is full, it becomes the old one, and the previous old one is dropped. Using an old entry
/// makes it young again. This approximates LRU without a linked list.
/// </remarks>
/// <param name="capacity">The maximum number of entries, at least 2.</param>
public sealed class RecentCache<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    /// <summary>The value; null if not cached.</summary>
    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(key, out var value))
            {
                return value;
            }
            if (_old.Remove(key, out value))
            {
                Add(key, value);
            }
            return value;
        }
    }

    /// <summary>Caches the value, replacing the previous one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="stays">Whether the previous value is better and must stay; null always replaces it.</param>
    public void Keep(TKey key, TValue value, Func<TValue, bool>? stays = null)
    {
        lock (_lock)
        {
            if (stays is not null
                && (_young.TryGetValue(key, out var before) || _old.TryGetValue(key, out before))
                && stays(before))
            {
                return;
            }

            _old.Remove(key);
            Add(key, value);
        }
    }

    /// <summary>Removes the value.</summary>
    public void Forget(TKey key)
    {
        lock (_lock)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }

    private void Add(TKey key, TValue value)
    {
        if (_young.Count >= capacity / 2 && !_young.ContainsKey(key))
        {
            (_young, _old) = ([], _young);
        }
        _young[key] = value;
    }
}

namespace MediaInfo.Core.Jobs;

/// <summary>Keeps what was used last, up to a number of entries. What is asked for again outlives what is not.</summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one, and what was the old one is forgotten. An entry that is
/// used while it is old becomes young again. That is nearly the order of last use, without a list to keep.
/// </remarks>
/// <param name="capacity">The most entries that are kept, at least 2.</param>
public sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    /// <summary>The value; null when it is not kept.</summary>
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

    /// <summary>Keeps the value in place of the one before.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value.</param>
    /// <param name="stays">Whether the one before is the better one, and stays; null where it never is.</param>
    public void Keep(TKey key, TValue value, Func<TValue, bool>? stays = null)
    {
        lock (_lock)
        {
            if (stays is not null && (_young.TryGetValue(key, out var before) || _old.TryGetValue(key, out before)) && stays(before))
            {
                return;
            }

            _old.Remove(key);
            Add(key, value);
        }
    }

    /// <summary>Forgets the value.</summary>
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

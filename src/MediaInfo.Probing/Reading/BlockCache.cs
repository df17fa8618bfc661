namespace MediaInfo.Probing.Reading;

/// <summary>An LRU cache of the bytes that a job's steps read, within limits.</summary>
internal sealed class BlockCache(CacheMemory memory)
{
    /// <summary>What a job may keep whatever the others hold, so its readers find what was read for them.</summary>
    public const long MinBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedList<long, LinkedListNode<Block>>> _objects = new(StringComparer.Ordinal);
    private readonly LinkedList<Block> _byUse = new();
    private long _bytes;
    private bool _closed;

    /// <summary>Bytes held now.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The bytes from an offset that one block has; empty if none has them.</summary>
    public ReadOnlyMemory<byte> Find(string key, long offset)
    {
        lock (_gate)
        {
            if (!_objects.TryGetValue(key, out var blocks) || Last(blocks, offset) is not (>= 0 and var index))
            {
                return default;
            }

            var node = blocks.Values[index];
            var bytes = node.Value.From(offset);
            if (!bytes.IsEmpty)
            {
                _byUse.Remove(node);
                _byUse.AddLast(node);
            }

            return bytes;
        }
    }

    /// <summary>Where the first block after an offset starts; null if there is none.</summary>
    public long? NextBehind(string key, long offset)
    {
        lock (_gate)
        {
            return _objects.TryGetValue(key, out var blocks) && Last(blocks, offset) + 1 is var next && next < blocks.Count
                ? blocks.Keys[next]
                : null;
        }
    }

    /// <summary>Makes room for a new block and caches it.</summary>
    public Block Add(string key, long offset, int capacity)
    {
        var block = new Block(key, offset, capacity);
        lock (_gate)
        {
            if (_closed)
            {
                return block;
            }

            if (!_objects.TryGetValue(key, out var blocks))
            {
                _objects[key] = blocks = [];
            }

            if (blocks.TryGetValue(offset, out var former))
            {
                Drop(former);
            }

            blocks[offset] = _byUse.AddLast(block);
            _bytes += capacity;
            memory.Take(capacity);
            while (_byUse.First is { } oldest && oldest.Value != block && _bytes > (memory.IsFull ? MinBytes : memory.PerJob))
            {
                Drop(oldest);
            }
        }

        return block;
    }

    /// <summary>Drops everything and caches nothing more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            memory.Take(-_bytes);
            _bytes = 0;
            _objects.Clear();
            _byUse.Clear();
        }
    }

    private void Drop(LinkedListNode<Block> node)
    {
        _byUse.Remove(node);
        _objects[node.Value.Key].Remove(node.Value.Offset);
        _bytes -= node.Value.Capacity;
        memory.Take(-node.Value.Capacity);
    }

    /// <summary>The index of the last block that starts at or before the offset; -1 if none does.</summary>
    private static int Last(SortedList<long, LinkedListNode<Block>> blocks, long offset)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks.Keys[middle] <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}

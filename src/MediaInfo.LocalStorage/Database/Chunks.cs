using System.Runtime.CompilerServices;

namespace MediaInfo.LocalStorage.Database;

/// <summary>Reads long lists in parts, so that no read lasts long.</summary>
internal static class Chunks
{
    /// <summary>Reads until a chunk is smaller than a full one, or empty.</summary>
    /// <param name="database">The database.</param>
    /// <param name="first">A key before all items.</param>
    /// <param name="read">Reads the items that come after a key, at most a full chunk.</param>
    /// <param name="keyOf">The key of an item.</param>
    /// <param name="full">The number of items in a full chunk.</param>
    /// <param name="cancellationToken">Cancels before the next chunk.</param>
    public static async IAsyncEnumerable<T> ReadChunksAsync<T, TKey>(
        this LocalDatabase database,
        TKey first,
        Func<Session, TKey, List<T>> read,
        Func<T, TKey> keyOf,
        int full,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = first; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var after = last;
            var chunk = database.Read(session => read(session, after));
            foreach (var item in chunk)
            {
                yield return item;
            }

            if (chunk.Count < full)
            {
                yield break;
            }

            last = keyOf(chunk[^1]);
            await Task.Yield();
        }
    }
}

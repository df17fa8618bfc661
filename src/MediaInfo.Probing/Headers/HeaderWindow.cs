namespace MediaInfo.Probing.Headers;

/// <summary>Reads headers of the job's object here and there. A window keeps the bytes around the last ones.</summary>
/// <param name="session">The step's view of storage.</param>
/// <param name="size">The object's length.</param>
/// <param name="budget">The most bytes to read; after that the object seems to end.</param>
internal sealed class HeaderWindow(ProbeSession session, long size, long budget)
{
    private const int Step = 64 * 1024;

    private ReadOnlyMemory<byte> _bytes;
    private long _offset;
    private long _left = budget;

    /// <summary>The object's length.</summary>
    internal long Size => size;

    /// <summary>Whether something was not read because the budget is spent.</summary>
    internal bool IsSpent { get; private set; }

    /// <summary>The bytes at an offset: as many as asked, or fewer at the end of the object.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal async Task<ReadOnlyMemory<byte>> AtAsync(long offset, int count, CancellationToken cancellationToken)
    {
        count = (int)Math.Clamp(size - offset, 0, count);
        if (offset < _offset || offset + count > _offset + _bytes.Length)
        {
            var wanted = (int)Math.Min(Math.Max(count, Step), size - offset);
            IsSpent |= wanted > _left;
            _left -= wanted;
            _bytes = IsSpent || wanted <= 0 ? default : await TakeAsync(offset, wanted, cancellationToken);
            _offset = offset;
        }

        var start = (int)(offset - _offset);
        return start >= _bytes.Length ? default : _bytes.Slice(start, Math.Min(count, _bytes.Length - start));
    }

    private Task<byte[]> TakeAsync(long offset, int count, CancellationToken cancellationToken) =>
        session.Read(session.Source.Key, offset, offset + count - 1).TakeAsync(count, cancellationToken);
}

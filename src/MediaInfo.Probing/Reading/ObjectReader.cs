using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>Reads an object from an offset, through the job's cache, with a read-ahead that grows as it reads.</summary>
public sealed class ObjectReader : IDisposable
{
    /// <summary>The read-ahead is this fraction of what was read so far.</summary>
    internal const int AheadShare = 8;

    /// <summary>The largest read-ahead, in bytes.</summary>
    internal const long MaxAhead = 1024 * 1024;

    private readonly CachedObject _target;
    private readonly IReadPayer _payer;
    private readonly long _first;
    private readonly long _until;
    private bool _isVisit;
    private bool _hasWaited;

    internal ObjectReader(CachedObject target, IReadPayer payer, long first, long? last, bool isVisit = false)
    {
        (_target, _payer, _first, Position, _isVisit) = (target, payer, first, first, isVisit);
        _until = last is { } inclusive and < long.MaxValue ? inclusive + 1 : long.MaxValue;
        if (isVisit)
        {
            target.Enter(this);
        }
    }

    /// <summary>Offset of the next byte.</summary>
    public long Position { get; private set; }

    /// <summary>The object's properties; null until <see cref="OpenAsync"/> succeeds.</summary>
    public ObjectProperties? Properties => _target.Properties;

    /// <summary>Whether the object exists and extends to the first byte.</summary>
    /// <exception cref="IOException">Storage cannot be reached; retry.</exception>
    public Task<ObjectReadStatus> OpenAsync(CancellationToken cancellationToken) =>
        _target.OpenAsync(Position, _until, _payer, cancellationToken);

    /// <summary>The next bytes; empty at the end.</summary>
    /// <exception cref="IOException">The object cannot be read further.</exception>
    public async Task<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        if (Position >= Math.Min(_until, Properties?.Size ?? long.MaxValue))
        {
            return default;
        }

        var ahead = Math.Min((Position - _first) / AheadShare, MaxAhead);
        var found = await _target.ReadAsync(Position, _until, ahead, _payer, cancellationToken);
        if (found.Status != ObjectReadStatus.Ok)
        {
            throw new IOException($"The object could not be read further: {found.Status}");
        }

        _hasWaited |= found.HasWaited;
        var bytes = found.Content[..(int)Math.Min(found.Content.Length, _until - Position)];
        Position += bytes.Length;
        return bytes;
    }

    /// <summary>The next bytes: as many as asked, or fewer if the object ends or cannot be read.</summary>
    public async Task<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) != ObjectReadStatus.Ok)
        {
            return [];
        }

        using var taken = new MemoryStream();
        for (ReadOnlyMemory<byte> bytes; taken.Length < count && !(bytes = await NextAsync(cancellationToken)).IsEmpty;)
        {
            taken.Write(bytes.Span[..(int)Math.Min(bytes.Length, count - taken.Length)]);
        }

        return taken.ToArray();
    }

    /// <summary>Gives the client time to hang up where ffprobe usually does.</summary>
    public Task HesitateAsync(CancellationToken cancellationToken) =>
        _target.HesitateAsync(Position, isLikely: !_hasWaited, cancellationToken);

    /// <summary>Ends a visit: feeds that only it used are stopped.</summary>
    public void Dispose()
    {
        if (_isVisit)
        {
            _isVisit = false;
            _target.Leave(this);
        }
    }
}

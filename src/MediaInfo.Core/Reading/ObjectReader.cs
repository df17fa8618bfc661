using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>Reads an object from some offset on, out of the job's cache and of storage, ahead of itself the longer it reads.</summary>
public sealed class ObjectReader : IDisposable
{
    /// <summary>A reader is brought this part of what it read so far ahead of itself.</summary>
    internal const int AheadShare = 8;

    /// <summary>But no further than this, bytes.</summary>
    internal const long MostAhead = 1024 * 1024;

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

    /// <summary>Next byte.</summary>
    public long Position { get; private set; }

    /// <summary>The object's properties; null until <see cref="OpenAsync"/> succeeded.</summary>
    public ObjectProperties? Properties => _target.Properties;

    /// <summary>Whether the object is there, and goes as far as the first byte.</summary>
    /// <exception cref="IOException">Storage cannot be reached now; try again.</exception>
    public Task<ObjectReadStatus> OpenAsync(CancellationToken cancellationToken) =>
        _target.OpenAsync(Position, _until, _payer, cancellationToken);

    /// <summary>The next bytes; empty at the end.</summary>
    /// <exception cref="IOException">The object cannot be read on.</exception>
    public async Task<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        if (Position >= Math.Min(_until, Properties?.Size ?? long.MaxValue))
        {
            return default;
        }

        var ahead = Math.Min((Position - _first) / AheadShare, MostAhead);
        var found = await _target.ReadAsync(Position, _until, ahead, _payer, cancellationToken);
        if (found.Status != ObjectReadStatus.Ok)
        {
            throw new IOException($"The object could not be read on: {found.Status}");
        }

        _hasWaited |= found.HasWaited;
        var bytes = found.Content[..(int)Math.Min(found.Content.Length, _until - Position)];
        Position += bytes.Length;
        return bytes;
    }

    /// <summary>The next bytes, so many, or fewer where the object ends or cannot be read.</summary>
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

    /// <summary>Gives whoever reads time to hang up, where ffprobe mostly does.</summary>
    public Task HesitateAsync(CancellationToken cancellationToken) => _target.HesitateAsync(Position, isLikely: !_hasWaited, cancellationToken);

    /// <summary>Ends a visit: what only it had under way is stopped.</summary>
    public void Dispose()
    {
        if (_isVisit)
        {
            _isVisit = false;
            _target.Leave(this);
        }
    }
}

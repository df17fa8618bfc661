using MediaInfo.Core.Objects;

namespace MediaInfo.Standalone.Objects;

/// <summary>One version of an object as a stream that can seek. Nothing is requested before the first byte is read.</summary>
/// <param name="store">Where the object is.</param>
/// <param name="source">The object.</param>
/// <param name="properties">The version.</param>
internal sealed class ObjectStream(IObjectStore store, ObjectRef source, ObjectProperties properties) : Stream
{
    private ObjectRead? _read;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => _read is null;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => properties.Size;

    /// <inheritdoc />
    public override long Position { get; set; }

    /// <inheritdoc />
    /// <exception cref="IOException">The object has changed or is gone, or storage failed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        _read ??= await store.ReadAsync(source, Position, Length - Position, properties.ETag, cancellationToken);
        var read = _read.Status == ObjectReadStatus.Ok ? await _read.Content.ReadAsync(buffer, cancellationToken) : 0;
        Position += read;
        return read > 0 ? read : throw new IOException($"The object ended early: {_read.Status}");
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin)
    {
        if (_read is not null)
        {
            throw new NotSupportedException();
        }

        return Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
    }

    /// <inheritdoc />
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (_read is not null)
        {
            await _read.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}

namespace MediaInfo.Api.ObjectProxy;

/// <summary>
/// Passes an answer's bytes on, and spoils every "tcp:" in text. FFmpeg must be allowed TCP, which HTTP is made of; but then a
/// master playlist could name a bare connection to any host as its variant, and it would be opened past the proxy.
/// </summary>
internal sealed class TextGuard(Stream inner) : Stream
{
    private const byte FirstOfText = (byte)'\t';
    private const int Looked = 64;

    // The bytes that came last, oldest first.
    private int _last;
    private bool? _isText;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return ValueTask.CompletedTask;
        }

        // Media begin with other bytes than text, at every place where one would start to read them; a playlist never does.
        _isText ??= !buffer.Span[..Math.Min(Looked, buffer.Length)].ContainsAnyInRange((byte)0, (byte)(FirstOfText - 1));
        return inner.WriteAsync(_isText is true ? Spoil(buffer) : buffer, cancellationToken);
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The colon alone, since what is before it may have been sent. "tcp_" is no protocol.
    private byte[] Spoil(ReadOnlyMemory<byte> buffer)
    {
        const int tcp = ('t' << 16) | ('c' << 8) | 'p';
        var bytes = buffer.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == ':' && (_last & 0xFFFFFF) == tcp)
            {
                bytes[i] = (byte)'_';
            }

            _last = (_last << 8) | bytes[i];
        }

        return bytes;
    }
}

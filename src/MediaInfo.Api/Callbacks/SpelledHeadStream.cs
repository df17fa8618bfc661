using System.Buffers.Text;

namespace MediaInfo.Api.Callbacks;

/// <summary>A connection that spells the header Content-MD5 of requests as the vendor's pushes do: Content-md5.</summary>
/// <remarks>
/// Names of headers have no case, but the endpoint in the vendor's Java samples looks this one up by its exact spelling, and
/// the HTTP client writes every name that it knows in the usual one. It writes the head of a request at once; if it ever does
/// not, the requests of that connection keep the usual spelling.
/// </remarks>
public sealed class SpelledHeadStream(Stream inner) : Stream
{
    private bool _isLost;
    private long _bodyLeft;

    private static ReadOnlySpan<byte> UsualName => "\r\nContent-MD5: "u8;

    private static ReadOnlySpan<byte> VendorsName => "\r\nContent-md5: "u8;

    private static ReadOnlySpan<byte> LengthName => "\r\nContent-Length: "u8;

    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    /// <inheritdoc />
    public override bool CanRead => inner.CanRead;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => inner.CanWrite;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(Spell(buffer), cancellationToken);

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => inner.Write(Spell(buffer.AsMemory(offset, count)).Span);

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    /// <inheritdoc />
    public override void Flush() => inner.Flush();

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Spell(ReadOnlyMemory<byte> written)
    {
        if (_isLost || _bodyLeft > 0)
        {
            _bodyLeft -= Math.Min(_bodyLeft, written.Length);
            return written;
        }

        var end = written.Span.IndexOf(EndOfHead);
        if (end < 0)
        {
            _isLost = true;
            return written;
        }

        var head = written.Span[..end];
        _bodyLeft = BodyOf(head) - (written.Length - end - EndOfHead.Length);
        return head.IndexOf(UsualName) is >= 0 and var name ? Spell(written, name) : written;
    }

    private static byte[] Spell(ReadOnlyMemory<byte> written, int name)
    {
        var spelled = written.ToArray();
        VendorsName.CopyTo(spelled.AsSpan(name));
        return spelled;
    }

    private static long BodyOf(ReadOnlySpan<byte> head) =>
        head.IndexOf(LengthName) is >= 0 and var name
        && Utf8Parser.TryParse(head[(name + LengthName.Length)..], out long length, out _)
            ? length
            : 0;
}

using Microsoft.Win32.SafeHandles;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>A range of an open file as a stream, which closes the file.</summary>
/// <param name="file">The file.</param>
/// <param name="offset">The first byte.</param>
/// <param name="count">The number of bytes; a file that has become shorter is an <see cref="IOException"/>.</param>
internal sealed class FileBody(SafeFileHandle file, long offset, long count) : Stream
{
    private long _left = count;
    private long _at = offset;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = (int)Math.Min(buffer.Length, _left);
        if (wanted == 0)
        {
            return 0;
        }

        return Advance(await RandomAccess.ReadAsync(file, buffer[..wanted], _at, cancellationToken));
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Min(count, _left);
        return wanted == 0 ? 0 : Advance(RandomAccess.Read(file, buffer.AsSpan(offset, wanted), _at));
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Advance(int read)
    {
        if (read == 0)
        {
            throw new IOException("The object's content ended prematurely");
        }

        _at += read;
        _left -= read;
        return read;
    }
}

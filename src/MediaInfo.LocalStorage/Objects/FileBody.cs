using MediaInfo.Core.Objects;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>A range of an open file as a stream, which closes the file.</summary>
/// <param name="file">The file.</param>
/// <param name="offset">The first byte.</param>
/// <param name="count">The number of bytes; a file that has become shorter is an <see cref="IOException"/>.</param>
internal sealed class FileBody(SafeFileHandle file, long offset, long count) : ForwardStream
{
    private long _left = count;
    private long _at = offset;

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
    public override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Min(count, _left);
        return wanted == 0 ? 0 : Advance(RandomAccess.Read(file, buffer.AsSpan(offset, wanted), _at));
    }

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

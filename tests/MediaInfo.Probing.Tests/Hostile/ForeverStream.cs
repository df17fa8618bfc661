namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>A range of an endless object: some first bytes, then the same bytes repeated forever.</summary>
internal sealed class ForeverStream(byte[] first, byte[] forever, long from, long count) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int length) => Read(buffer.AsSpan(offset, length));

    public override int Read(Span<byte> buffer)
    {
        var length = (int)Math.Min(buffer.Length, count - _read);
        for (var i = 0; i < length; i++)
        {
            var at = from + _read + i;
            buffer[i] = at < first.Length ? first[at] : forever[(at - first.Length) % forever.Length];
        }

        _read += length;
        return length;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

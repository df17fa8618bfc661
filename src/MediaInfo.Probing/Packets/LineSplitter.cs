namespace MediaInfo.Probing.Packets;

/// <summary>Passes on lines one by one, from text that comes in pieces, without keeping any.</summary>
/// <param name="line">Handles a line, without its line feed.</param>
internal sealed class LineSplitter(LineSplitter.Line line)
{
    // Far longer than any line we print; longer lines are dropped.
    private const int MaxLine = 64 * 1024;

    private readonly byte[] _buffer = new byte[MaxLine];
    private int _kept;

    /// <summary>Handles a line, without its line feed.</summary>
    internal delegate void Line(ReadOnlySpan<byte> text);

    /// <summary>Where the next bytes are put; never empty.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_kept);

    /// <summary>Adds the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length, Free.Length);
            bytes[..count].CopyTo(Free.Span);
            Took(count);
            bytes = bytes[count..];
        }
    }

    /// <summary>Takes the bytes that were put into <see cref="Free"/>.</summary>
    public void Took(int count)
    {
        var length = _kept + count;
        var start = 0;
        int end;

        // The bytes that were kept contain no line feed.
        for (var from = _kept; (end = _buffer.AsSpan(from, length - from).IndexOf((byte)'\n')) >= 0; from = start)
        {
            line(_buffer.AsSpan(start, from + end - start));
            start = from + end + 1;
        }

        _buffer.AsSpan(start, length - start).CopyTo(_buffer);
        _kept = length - start == _buffer.Length ? 0 : length - start;
    }

    /// <summary>Takes what is left as the last line.</summary>
    public void End() => line(_buffer.AsSpan(0, _kept));
}

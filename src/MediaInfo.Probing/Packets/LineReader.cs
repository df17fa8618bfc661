namespace MediaInfo.Probing.Packets;

/// <summary>Passes on a stream's lines one by one without keeping any.</summary>
internal static class LineReader
{
    // Far longer than any line we print; longer lines are dropped.
    private const int MaxLine = 64 * 1024;

    /// <summary>Handles a line, without its line feed.</summary>
    internal delegate void Line(ReadOnlySpan<byte> text);

    /// <summary>Reads the stream to its end.</summary>
    internal static async Task ReadAsync(Stream stream, Line line)
    {
        var buffer = new byte[MaxLine];
        var kept = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(kept), CancellationToken.None)) > 0)
        {
            kept = Split(buffer, kept, kept + read, line);
            kept = kept == buffer.Length ? 0 : kept;
        }

        line(buffer.AsSpan(0, kept));
    }

    // Moves the bytes after the last line feed to the front and returns their count. The earlier bytes contain no line feed.
    private static int Split(byte[] buffer, int before, int length, Line line)
    {
        var start = 0;
        int end;
        for (var from = before; (end = buffer.AsSpan(from, length - from).IndexOf((byte)'\n')) >= 0; from = start)
        {
            line(buffer.AsSpan(start, from + end - start));
            start = from + end + 1;
        }

        buffer.AsSpan(start, length - start).CopyTo(buffer);
        return length - start;
    }
}

namespace MediaInfo.Probing.Packets;

/// <summary>Passes on a stream's lines one by one without keeping any.</summary>
internal static class LineReader
{
    /// <summary>Reads the stream to its end.</summary>
    internal static async Task ReadAsync(Stream stream, LineSplitter.Line line)
    {
        var lines = new LineSplitter(line);
        int read;
        while ((read = await stream.ReadAsync(lines.Free, CancellationToken.None)) > 0)
        {
            lines.Took(read);
        }

        lines.End();
    }
}

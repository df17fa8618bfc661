namespace MediaInfo.Probing.Processes;

/// <summary>Reads a child's output to its end without letting it fill up memory or the pipe.</summary>
internal static class CappedReader
{
    private const int BufferSize = 32 * 1024;

    /// <summary>All output, unless it exceeds the limit: then <paramref name="tooMuch"/> is cancelled.</summary>
    public static async Task<ReadOnlyMemory<byte>> HeadAsync(Stream stream, int limit, CancellationTokenSource tooMuch)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await stream.ReadAsync(buffer, CancellationToken.None)) > 0)
        {
            if (kept.Length + read > limit)
            {
                await tooMuch.CancelAsync();
                kept.SetLength(0);
            }
            else if (!tooMuch.IsCancellationRequested)
            {
                kept.Write(buffer, 0, read);
            }
        }

        return kept.ToArray();
    }

    /// <summary>The last bytes, up to the limit.</summary>
    /// <param name="stream">The output.</param>
    /// <param name="limit">How many bytes to keep.</param>
    /// <param name="seen">Sees all of it in pieces; null for nobody.</param>
    public static async Task<ReadOnlyMemory<byte>> TailAsync(
        Stream stream, int limit, Action<ReadOnlySpan<byte>>? seen = null)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await stream.ReadAsync(buffer, CancellationToken.None)) > 0)
        {
            seen?.Invoke(buffer.AsSpan(0, read));
            kept.Write(buffer, 0, read);
            if (kept.Length > 2L * limit)
            {
                var tail = kept.GetBuffer().AsSpan((int)kept.Length - limit, limit).ToArray();
                kept.SetLength(0);
                kept.Write(tail);
            }
        }

        var all = kept.ToArray();
        return all.Length > limit ? all.AsMemory(all.Length - limit) : all;
    }
}

namespace MediaInfo.Probing;

/// <summary>Codecs that ffprobe cannot open, hidden from it: in some places of the object it reads other bytes.</summary>
public sealed record HiddenCodec
{
    /// <summary>The streams whose codec is hidden, by index, and what the container calls it; null if unknown.</summary>
    public IReadOnlyDictionary<int, string?> Streams { get; init; } = new Dictionary<int, string?>();

    /// <summary>The bytes that ffprobe reads, and where.</summary>
    public IReadOnlyList<(long Offset, ReadOnlyMemory<byte> Bytes)> Places { get; init; } = [];

    /// <summary>The object's bytes as ffprobe may read them: unchanged, or a copy.</summary>
    /// <param name="bytes">Bytes of the object.</param>
    /// <param name="offset">Where they are in the object.</param>
    public ReadOnlyMemory<byte> Over(ReadOnlyMemory<byte> bytes, long offset)
    {
        var copy = Memory<byte>.Empty;
        foreach (var (place, hidden) in Places)
        {
            var (first, last) = (Math.Max(place, offset), Math.Min(place + hidden.Length, offset + bytes.Length));
            if (first < last)
            {
                copy = copy.IsEmpty ? bytes.ToArray() : copy;
                hidden[(int)(first - place)..(int)(last - place)].CopyTo(copy[(int)(first - offset)..]);
            }
        }

        return copy.IsEmpty ? bytes : copy;
    }

    /// <summary>Hides one more stream.</summary>
    /// <param name="stream">The stream's index.</param>
    /// <param name="codec">What the container calls its codec; null if unknown.</param>
    /// <param name="offset">Where the bytes are.</param>
    /// <param name="bytes">What ffprobe reads there.</param>
    public HiddenCodec With(int stream, string? codec, long offset, ReadOnlyMemory<byte> bytes) => new()
    {
        Streams = new Dictionary<int, string?>(Streams) { [stream] = codec },
        Places = [.. Places, (offset, bytes)],
    };
}

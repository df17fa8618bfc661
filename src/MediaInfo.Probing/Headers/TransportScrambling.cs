namespace MediaInfo.Probing.Headers;

/// <summary>Finds the scrambled streams of a transport stream (ISO/IEC 13818-1, 2.4.3.3), at both of its ends.</summary>
internal sealed class TransportScrambling(HeaderWindow window)
{
    private const int SampleBytes = 192 * 1024;
    private const int PacketHeader = 4;
    private const int HasPayload = 0x10;

    // Damage may set the bits of single packets.
    private const int MinPackets = 4;

    /// <summary>
    /// The PIDs most of whose packets are scrambled at the start or at the end: a start in the clear may come first.
    /// </summary>
    internal async Task<IReadOnlySet<int>> ReadAsync(CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(window.Size, SampleBytes);
        var head = await window.AtAsync(0, length, cancellationToken);
        var scrambled = Pids(head.Span);
        var tail = await window.AtAsync(window.Size - length, length, cancellationToken);
        scrambled.UnionWith(Pids(tail.Span));
        return scrambled;
    }

    private static HashSet<int> Pids(ReadOnlySpan<byte> bytes)
    {
        var counts = new Dictionary<int, (int All, int Scrambled)>();
        var (start, size) = TransportSample.Find(bytes);
        for (var at = start; size > 0 && at + PacketHeader <= bytes.Length; at += size)
        {
            var packet = bytes[at..];
            if (packet[0] == TransportSample.Sync && (packet[3] & HasPayload) != 0)
            {
                var pid = ((packet[1] & 0x1F) << 8) | packet[2];
                var (all, scrambled) = counts.GetValueOrDefault(pid);
                counts[pid] = (all + 1, scrambled + (packet[3] >> 7));
            }
        }

        return
        [
            .. counts.Where(pid => pid.Value.Scrambled >= MinPackets && pid.Value.Scrambled * 2 > pid.Value.All)
                .Select(pid => pid.Key),
        ];
    }
}

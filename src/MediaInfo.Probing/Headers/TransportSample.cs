namespace MediaInfo.Probing.Headers;

/// <summary>Clock references of one program in a part of a transport stream (ISO/IEC 13818-1, 2.4.3.5).</summary>
internal sealed class TransportSample
{
    /// <summary>Ticks of the clock per second.</summary>
    internal const long TicksPerSecond = 27_000_000;

    // References come at least every 0.1 s; no stream that plays leaves out 50 of them.
    private const long Jump = 5 * TicksPerSecond;
    /// <summary>The first byte of a packet.</summary>
    internal const int Sync = 0x47;


    private static readonly int[] PacketSizes = [188, 192, 204];

    private TransportSample(int pid, long ticks, long at) =>
        (Pid, FirstTicks, LastTicks, FirstAt, LastAt) = (pid, ticks, ticks, at, at);

    /// <summary>The stream (PID) that carries the clock.</summary>
    internal int Pid { get; }

    /// <summary>The first reference.</summary>
    internal long FirstTicks { get; }

    /// <summary>The last reference.</summary>
    internal long LastTicks { get; private set; }

    /// <summary>Where the first reference is in the file.</summary>
    internal long FirstAt { get; }

    /// <summary>Where the last reference is in the file.</summary>
    internal long LastAt { get; private set; }

    /// <summary>Ticks between references, without jumps.</summary>
    internal long Ticks { get; private set; }

    /// <summary>Bytes between references, without jumps.</summary>
    internal long Bytes { get; private set; }

    /// <summary>How often the clock jumps.</summary>
    internal int Jumps { get; private set; }

    /// <summary>Reads a part of a stream; null if it has no reference.</summary>
    /// <param name="bytes">The part.</param>
    /// <param name="offset">Where it is in the file.</param>
    /// <param name="pid">The clock; null for the first that appears.</param>
    internal static TransportSample? Read(ReadOnlySpan<byte> bytes, long offset, int? pid)
    {
        TransportSample? sample = null;
        var (start, size) = Find(bytes);
        for (var at = start; size > 0 && at + 12 <= bytes.Length; at += size)
        {
            if (Clock(bytes[at..]) is { } clock && clock.Pid == (sample?.Pid ?? pid ?? clock.Pid))
            {
                sample ??= new TransportSample(clock.Pid, clock.Ticks, offset + at);
                sample.Add(clock.Ticks, offset + at);
            }
        }

        return sample;
    }

    private void Add(long ticks, long at)
    {
        var step = ticks - LastTicks;
        if (step is >= 0 and <= Jump)
        {
            Ticks += step;
            Bytes += at - LastAt;
        }
        else
        {
            Jumps++;
        }

        (LastTicks, LastAt) = (ticks, at);
    }

    /// <summary>Where the first packet begins, and the size of each; 0 if there are none.</summary>
    internal static (int Start, int Size) Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var size in PacketSizes)
        {
            for (var at = 0; at < size && at + (3 * size) < bytes.Length; at++)
            {
                if (bytes[at] == Sync && bytes[at + size] == Sync
                    && bytes[at + (2 * size)] == Sync && bytes[at + (3 * size)] == Sync)
                {
                    return (at, size);
                }
            }
        }

        return default;
    }

    private static (int Pid, long Ticks)? Clock(ReadOnlySpan<byte> packet)
    {
        if (packet[0] != Sync || (packet[3] & 0x20) == 0 || packet[4] < 7 || (packet[5] & 0x10) == 0)
        {
            return null;
        }

        var coarse = ((long)packet[6] << 25) | ((long)packet[7] << 17) | ((long)packet[8] << 9) | ((long)packet[9] << 1)
            | ((long)packet[10] >> 7);
        return (((packet[1] & 0x1F) << 8) | packet[2], (coarse * 300) + (((packet[10] & 1) << 8) | packet[11]));
    }
}

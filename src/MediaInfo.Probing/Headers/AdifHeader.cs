namespace MediaInfo.Probing.Headers;

/// <summary>Reads the header of an ADIF file (ISO/IEC 13818-7, 6.2 and 8.5).</summary>
internal static class AdifHeader
{
    private static readonly int[] SampleRates =
        [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000];

    private static readonly string[] Profiles = ["Main", "LC", "SSR"];

    /// <summary>Reads the header; null if the bytes are none.</summary>
    internal static AdifFacts? Read(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("ADIF"u8))
        {
            return null;
        }

        var bits = new BitReader(head[4..]);
        Skip(ref bits, bits.Read(1) == 1 ? 72 : 0);
        bits.Read(2);
        var isVariable = bits.Read(1) == 1;
        var rate = bits.Read(23);
        bits.Read(4);
        bits.Read(isVariable ? 0 : 20);

        // The first program's configuration.
        bits.Read(4);
        var (profile, index) = (bits.Read(2), bits.Read(4));
        var (front, side, back, lfe) = (bits.Read(4), bits.Read(4), bits.Read(4), bits.Read(2));
        bits.Read(3 + 4);
        bits.Read(bits.Read(1) == 1 ? 4 : 0);
        bits.Read(bits.Read(1) == 1 ? 4 : 0);
        bits.Read(bits.Read(1) == 1 ? 3 : 0);
        var channels = (int)lfe;
        for (var i = 0; i < front + side + back; i++)
        {
            // An element is one channel, or a pair.
            channels += 1 + (int)bits.Read(1);
            bits.Read(4);
        }

        return channels == 0
            ? null
            : new AdifFacts(
                rate > 0 ? rate : null,
                profile < Profiles.Length ? Profiles[profile] : null,
                index < SampleRates.Length ? SampleRates[index] : null,
                channels);
    }

    private static void Skip(ref BitReader bits, int count)
    {
        for (var i = 0; i < count; i += 8)
        {
            bits.Read(8);
        }
    }
}

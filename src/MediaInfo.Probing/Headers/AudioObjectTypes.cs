namespace MediaInfo.Probing.Headers;

/// <summary>The audio object type in an elementary stream descriptor (ISO/IEC 14496-1, 7.2.6; 14496-3, 1.6.2.1).</summary>
internal static class AudioObjectTypes
{
    private const byte DecoderSpecific = 0x05;
    private const int Escape = 31;
    private const int MaxLengthBytes = 4;

    /// <summary>The object type; null if the descriptor has none.</summary>
    /// <param name="body">The body of the box esds.</param>
    internal static int? Of(ReadOnlySpan<byte> body)
    {
        // Descriptors are nested; those before this one have fixed lengths, but may have optional fields between them.
        for (var at = 4; at < body.Length;)
        {
            var (tag, length, header) = Header(body[at..]);
            if (header == 0)
            {
                return null;
            }

            at += header;
            if (tag == DecoderSpecific)
            {
                return length >= 2 && at + 2 <= body.Length ? TypeIn(body[at..]) : null;
            }

            at += tag switch
            {
                0x03 when at + 3 <= body.Length => 3 + Optional(body[at..]),
                0x04 => 13,
                _ => length,
            };
        }

        return null;
    }

    private static (int Tag, int Length, int Header) Header(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var i = 1; i <= MaxLengthBytes && i < bytes.Length; i++)
        {
            length = (length << 7) | (bytes[i] & 0x7F);
            if ((bytes[i] & 0x80) == 0)
            {
                return (bytes[0], length, i + 1);
            }
        }

        return default;
    }

    // dependsOn_ES_ID, URL and OCR_ES_ID follow if their flags are set.
    private static int Optional(ReadOnlySpan<byte> stream)
    {
        var flags = stream[2];
        var url = (flags & 0x40) != 0 && stream.Length > 3 ? 1 + stream[3] : 0;
        return ((flags & 0x80) != 0 ? 2 : 0) + url + ((flags & 0x20) != 0 ? 2 : 0);
    }

    private static int TypeIn(ReadOnlySpan<byte> config)
    {
        var type = config[0] >> 3;
        return type == Escape ? 32 + ((config[0] & 7) << 3) + (config[1] >> 5) : type;
    }
}

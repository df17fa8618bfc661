using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>Adds up the links of a chained Ogg file, each by the positions of its longest audio stream's pages.</summary>
internal sealed class OggChain
{
    /// <summary>How much of a first page's body is needed to know its rate.</summary>
    internal const int MaxIdentification = 64;

    private const int OpusRate = 48_000;

    private readonly Dictionary<uint, (int Rate, long Skip, long? First, long Last)> _streams = [];
    private decimal _seconds;
    private int _links;
    private bool _hasData;

    /// <summary>Adds the next page.</summary>
    internal void Add(OggPage page, ReadOnlySpan<byte> bytes)
    {
        if (page.IsFirst)
        {
            // All first pages of a link come before its other pages.
            if (_hasData)
            {
                EndLink();
            }

            if (RateOf(bytes[Math.Min(page.BodyAt, bytes.Length)..]) is { } found)
            {
                _streams[page.Serial] = (found.Rate, found.Skip, null, 0);
            }

            return;
        }

        _hasData = true;
        if (page.Granule > 0 && _streams.TryGetValue(page.Serial, out var stream))
        {
            _streams[page.Serial] = stream with { First = stream.First ?? page.Granule, Last = page.Granule };
        }
    }

    /// <summary>The links so far and their length; null if there is nothing to measure.</summary>
    internal (int Links, decimal Seconds)? Measure()
    {
        EndLink();
        return _seconds > 0 ? (_links, _seconds) : null;
    }

    private void EndLink()
    {
        _seconds += _streams.Values
            .Select(stream => Math.Round((decimal)Math.Max(0, stream.Last - stream.Skip) / stream.Rate, 6))
            .DefaultIfEmpty().Max();
        _links += _hasData ? 1 : 0;
        _streams.Clear();
        _hasData = false;
    }

    private static (int Rate, long Skip)? RateOf(ReadOnlySpan<byte> body) => body switch
    {
        { Length: >= 16 } when body.StartsWith("\u0001vorbis"u8) => Known(BinaryPrimitives.ReadUInt32LittleEndian(body[12..])),
        { Length: >= 12 } when body.StartsWith("OpusHead"u8) =>
            (OpusRate, BinaryPrimitives.ReadUInt16LittleEndian(body[10..])),
        { Length: >= 31 } when body.StartsWith("\u007fFLAC"u8) => Known(BinaryPrimitives.ReadUInt32BigEndian(body[27..]) >> 12),
        { Length: >= 40 } when body.StartsWith("Speex   "u8) => Known(BinaryPrimitives.ReadUInt32LittleEndian(body[36..])),
        _ => null,
    };

    private static (int Rate, long Skip)? Known(uint rate) => rate is > 0 and <= int.MaxValue ? ((int)rate, 0) : null;
}

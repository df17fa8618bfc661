using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>Walks the boxes of an ISO media file (ISO/IEC 14496-12) down to its sample entries.</summary>
internal sealed class IsoReader(HeaderWindow window)
{
    private const int MaxBoxes = 20_000;
    private const int MaxTracks = 1_000;
    private const int MaxEntry = 64 * 1024;
    private const int MaxMeta = 1 << 20;
    private const int BoxHeader = 8;

    private readonly List<IsoTrack> _tracks = [];
    private readonly Dictionary<uint, TrackDefaults> _defaults = [];
    private IsoMovie _movie = new();
    private int _boxes;

    /// <summary>Reads the file's boxes; null if the first is none of this format.</summary>
    internal async Task<IsoMovie?> ReadAsync(CancellationToken cancellationToken)
    {
        var at = 0L;
        while (_movie is { FirstFragment: null, HasClipBehind: false }
            && await BoxAsync(at, window.Size, cancellationToken) is { } box)
        {
            if (at == 0 && box.Type is not ("ftyp" or "moov" or "mdat" or "free" or "skip" or "wide" or "styp"))
            {
                return null;
            }

            await TakeAsync(box, cancellationToken);
            at = box.End;
        }

        return at == 0 ? null : _movie with { Tracks = _tracks, Defaults = _defaults };
    }

    private async Task TakeAsync(IsoBox box, CancellationToken cancellationToken)
    {
        switch (box.Type)
        {
            case "ftyp" when box.Offset > 0 && _movie.Picture is not null:
                _movie = _movie with { HasClipBehind = true };
                break;
            case "ftyp":
                _movie = _movie with { Brand = Code((await BodyAsync(box, 4, cancellationToken)).Span) };
                break;
            case "moov":
                await ChildrenAsync(box, cancellationToken);
                break;
            case "meta" when box.Size <= MaxMeta:
                _movie = _movie with
                {
                    Picture = HeifMeta.Read(await BodyAsync(box, (int)box.Size - BoxHeader, cancellationToken)) ?? _movie.Picture,
                };
                break;
            case "sidx":
                _movie = _movie with { IsIndexed = true };
                break;
            case "moof":
                _movie = _movie with { FirstFragment = box.Offset };
                break;
        }
    }

    private async Task ChildrenAsync(IsoBox parent, CancellationToken cancellationToken)
    {
        var at = parent.Offset + BoxHeader;
        while (at < parent.End && await BoxAsync(at, parent.End, cancellationToken) is { } box)
        {
            if (box.Type is "trak" && _tracks.Count < MaxTracks)
            {
                _tracks.Add(new IsoTrack());
                await ChildrenAsync(box, cancellationToken);
            }
            else if (box.Type is "mdia" or "minf" or "stbl")
            {
                await ChildrenAsync(box, cancellationToken);
            }
            else if (box.Type is "mvex")
            {
                _movie = _movie with { IsFragmented = true };
                await ChildrenAsync(box, cancellationToken);
            }
            else if (box.Type is "trex" && await BodyAsync(box, 20, cancellationToken) is { Length: 20 } body)
            {
                _defaults[Number(body.Span, 4)] = new TrackDefaults(Number(body.Span, 12), Number(body.Span, 16));
            }
            else if (_tracks.Count > 0)
            {
                _tracks[^1] = await OfTrackAsync(_tracks[^1], box, cancellationToken);
            }

            at = box.End;
        }
    }

    private async Task<IsoTrack> OfTrackAsync(IsoTrack track, IsoBox box, CancellationToken cancellationToken)
    {
        switch (box.Type)
        {
            case "tkhd" when await BodyAsync(box, 24, cancellationToken) is { Length: 24 } body:
                return track with { Id = Number(body.Span, body.Span[0] == 1 ? 20 : 12) };
            case "mdhd" when await BodyAsync(box, 24, cancellationToken) is { Length: 24 } body:
                return track with { Timescale = Number(body.Span, body.Span[0] == 1 ? 20 : 12) };
            case "stsz" or "stz2" when await BodyAsync(box, 12, cancellationToken) is { Length: 12 } body:
                return track with { Samples = Number(body.Span, 8) };
            case "senc" or "saiz" or "saio":
                return track with { SampleKeysAt = [.. track.SampleKeysAt.Take(8), box.Offset + 4] };
            case "stsd":
                var entries = await BodyAsync(box, (int)Math.Min(box.Size - BoxHeader, MaxEntry), cancellationToken);
                return IsoSampleEntry.Read(entries.Span, track with { DescriptionAt = box.Offset + 4 });
            default:
                return track;
        }
    }

    private async Task<IsoBox?> BoxAsync(long at, long end, CancellationToken cancellationToken) => _boxes++ < MaxBoxes
        ? IsoBox.Read((await window.AtAsync(at, IsoBox.MaxHeader, cancellationToken)).Span, at, end)
        : null;

    private Task<ReadOnlyMemory<byte>> BodyAsync(IsoBox box, int count, CancellationToken cancellationToken) =>
        window.AtAsync(box.Offset + BoxHeader, (int)Math.Min(count, box.Size - BoxHeader), cancellationToken);

    private static uint Number(ReadOnlySpan<byte> body, int at) => BinaryPrimitives.ReadUInt32BigEndian(body[at..]);

    private static string? Code(ReadOnlySpan<byte> bytes) => bytes.Length == 4 ? Encoding.ASCII.GetString(bytes) : null;
}

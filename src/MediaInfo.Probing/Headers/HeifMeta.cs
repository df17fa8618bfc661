using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>
/// The primary picture of a HEIF file (ISO/IEC 23008-12): its size, which for a grid is that of all tiles together, and its
/// rotation.
/// </summary>
internal sealed class HeifMeta
{
    private const int BoxHeader = 8;
    private const int FullHeader = 4;
    private const int MaxBoxes = 20_000;
    private const int MaxEntries = 65_536;

    private readonly Dictionary<uint, string> _types = [];
    private readonly List<(string Type, ReadOnlyMemory<byte> Body)> _properties = [];
    private readonly List<int> _ofPrimary = [];
    private uint? _primary;

    /// <summary>Reads the picture; null if the box describes none.</summary>
    /// <param name="meta">The body of the box meta.</param>
    internal static PictureFacts? Read(ReadOnlyMemory<byte> meta)
    {
        var reader = new HeifMeta();
        var boxes = Boxes(meta, FullHeader).ToList();
        reader._primary = boxes.Find(box => box.Type is "pitm").Body is { Length: >= 6 } item
            ? item.Span[0] == 0 ? BinaryPrimitives.ReadUInt16BigEndian(item.Span[4..]) : Number(item.Span[4..])
            : null;
        foreach (var (type, body) in boxes)
        {
            if (type is "iinf")
            {
                reader.TakeItems(body);
            }
            else if (type is "iprp")
            {
                reader.TakeProperties(body);
            }
        }

        return reader._primary is null ? null : reader.Picture();
    }

    private PictureFacts? Picture()
    {
        var picture = new PictureFacts(PictureFormat.Heif);
        foreach (var (type, body) in _ofPrimary.Where(index => index > 0 && index <= _properties.Count)
            .Select(index => _properties[index - 1]))
        {
            picture = (type, body.Length) switch
            {
                ("ispe", >= 12) => picture with { Width = Size(body.Span[4..]), Height = Size(body.Span[8..]) },
                ("clap", >= 16) => Cropped(picture, body.Span),

                // Counter-clockwise quarter turns (6.5.10).
                ("irot", >= 1) => picture with { Rotation = (picture.Rotation + 360 - ((body.Span[0] & 3) * 90)) % 360 },
                _ => picture,
            };
        }

        return picture is { Width: null } or { Height: null }
            ? null
            : picture with { CodecTag = CodedType(), Codec = CodecOf(CodedType()) };
    }

    // Only a grid or an overlay has a type that says nothing of the codec; that is the codec of its parts.
    private string? CodedType() =>
        _primary is { } id && _types.TryGetValue(id, out var own) && CodecOf(own) is not null
            ? own
            : _types.Values.FirstOrDefault(type => CodecOf(type) is not null);

    private static string? CodecOf(string? type) => type switch
    {
        "hvc1" or "hev1" => "hevc",
        "av01" => "av1",
        "avc1" => "h264",
        "vvc1" => "vvc",
        "jpeg" => "mjpeg",
        _ => null,
    };

    private static PictureFacts Cropped(PictureFacts picture, ReadOnlySpan<byte> aperture)
    {
        // Properties apply in their order: what is cut after a rotation is cut from the picture on its side.
        var isAside = picture.Rotation is 90 or 270;
        var (first, second) = (Quotient(aperture), Quotient(aperture[8..]));
        var (width, height) = isAside ? (second, first) : (first, second);
        return width is > 0 && height is > 0 && width <= picture.Width && height <= picture.Height
            ? picture with { Width = width, Height = height }
            : picture;
    }

    private static int? Quotient(ReadOnlySpan<byte> ratio) =>
        Number(ratio[4..]) is > 0 and var denominator ? (int)Math.Min(Number(ratio) / denominator, int.MaxValue) : null;

    private static int? Size(ReadOnlySpan<byte> bytes) =>
        Number(bytes) is > 0 and <= int.MaxValue and var size ? (int)size : null;

    private void TakeItems(ReadOnlyMemory<byte> body)
    {
        var start = body.Length > 0 && body.Span[0] == 0 ? FullHeader + 2 : FullHeader + 4;
        foreach (var (type, item) in Boxes(body, start))
        {
            var isWide = item.Length > 0 && item.Span[0] == 3;
            var at = FullHeader + (isWide ? 4 : 2) + 2;
            if (type is "infe" && item.Length >= at + 4 && item.Span[0] is 2 or 3)
            {
                var id = isWide ? Number(item.Span[4..]) : BinaryPrimitives.ReadUInt16BigEndian(item.Span[4..]);
                _types.TryAdd(id, Encoding.ASCII.GetString(item.Span.Slice(at, 4)));
            }
        }
    }

    private void TakeProperties(ReadOnlyMemory<byte> body)
    {
        foreach (var (type, box) in Boxes(body, 0))
        {
            if (type is "ipco")
            {
                _properties.AddRange(Boxes(box, 0));
            }
            else if (type is "ipma" && box.Length >= 8)
            {
                TakeAssociations(box.Span);
            }
        }
    }

    private void TakeAssociations(ReadOnlySpan<byte> box)
    {
        var (isWide, isLarge) = (box[0] > 0, (box[3] & 1) != 0);
        var count = Number(box[4..]);
        var at = 8;
        for (var i = 0; i < count && i < MaxEntries && at + (isWide ? 5 : 3) <= box.Length; i++)
        {
            var id = isWide ? Number(box[at..]) : BinaryPrimitives.ReadUInt16BigEndian(box[at..]);
            at += isWide ? 4 : 2;
            var (properties, width) = (box[at++], isLarge ? 2 : 1);
            for (var j = 0; j < properties && at + width <= box.Length; j++, at += width)
            {
                if (id == _primary)
                {
                    // The first bit says that the property is essential.
                    _ofPrimary.Add(isLarge ? BinaryPrimitives.ReadUInt16BigEndian(box[at..]) & 0x7FFF : box[at] & 0x7F);
                }
            }
        }
    }

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Body)> Boxes(ReadOnlyMemory<byte> bytes, int start)
    {
        var at = start;
        for (var count = 0; count < MaxBoxes && at < bytes.Length; count++)
        {
            if (IsoBox.Read(bytes.Span[at..], at, bytes.Length) is not { } box)
            {
                yield break;
            }

            yield return (box.Type, bytes.Slice(at + BoxHeader, (int)box.Size - BoxHeader));
            at = (int)box.End;
        }
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

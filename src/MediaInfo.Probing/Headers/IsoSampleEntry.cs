using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>The first sample entry of a track (ISO/IEC 14496-12, 8.5.2 and 8.12).</summary>
internal static class IsoSampleEntry
{
    private const int EntriesAt = 8;
    private const int BoxHeader = 8;
    private const int VideoBody = 78;
    private const int AudioBody = 28;
    private const int MaxBoxes = 100;

    /// <summary>Adds what the entry says to its track.</summary>
    /// <param name="description">The body of the box stsd.</param>
    /// <param name="track">The track.</param>
    internal static IsoTrack Read(ReadOnlySpan<byte> description, IsoTrack track)
    {
        if (description.Length < EntriesAt
            || IsoBox.Read(description[EntriesAt..], 0, description.Length - EntriesAt) is not { } box)
        {
            return track;
        }

        var body = description.Slice(EntriesAt + BoxHeader, (int)box.Size - BoxHeader);
        track = track with { SampleEntry = box.Type };
        return BodyOf(body) switch
        {
            VideoBody => WithBoxes(body[VideoBody..], track),
            var length and > 0 => WithBoxes(body[length..], track with
            {
                Channels = BinaryPrimitives.ReadUInt16BigEndian(body[16..]),
                SampleRate = BinaryPrimitives.ReadUInt16BigEndian(body[24..]),
            }),
            _ => track,
        };
    }

    // The entry does not say of which kind it is. What follows its fields must be a box.
    private static int BodyOf(ReadOnlySpan<byte> body)
    {
        // QuickTime's second version of an audio entry has 16 bytes more, its third 36.
        int[] lengths = body.Length > 9 && body[9] is 1 or 2 ? [body[9] == 1 ? AudioBody + 16 : AudioBody + 36, VideoBody]
            : [AudioBody, VideoBody];
        foreach (var length in lengths)
        {
            if (body.Length > length && IsoBox.Read(body[length..], 0, body.Length - length) is { } box
                && box.Type.All(char.IsAsciiLetterOrDigit))
            {
                return length;
            }
        }

        return 0;
    }

    private static IsoTrack WithBoxes(ReadOnlySpan<byte> boxes, IsoTrack track)
    {
        var names = new List<string>();
        for (var at = 0; names.Count < MaxBoxes && at < boxes.Length;)
        {
            if (IsoBox.Read(boxes[at..], at, boxes.Length) is not { } box)
            {
                break;
            }

            var body = boxes.Slice(at + BoxHeader, (int)box.Size - BoxHeader);
            names.Add(box.Type);
            track = box.Type switch
            {
                "sinf" => Protection(body, track),
                "esds" => track with { AudioObjectType = AudioObjectTypes.Of(body) },
                _ => track,
            };
            at = (int)box.End;
        }

        return track with { EntryBoxes = names };
    }

    private static IsoTrack Protection(ReadOnlySpan<byte> boxes, IsoTrack track)
    {
        var at = 0;
        for (var count = 0; count < MaxBoxes && at < boxes.Length; count++)
        {
            if (IsoBox.Read(boxes[at..], at, boxes.Length) is not { } box)
            {
                break;
            }

            var body = boxes.Slice(at + BoxHeader, (int)box.Size - BoxHeader);
            track = box.Type switch
            {
                "frma" when body.Length >= 4 => track with { Original = Encoding.ASCII.GetString(body[..4]) },
                "schm" when body.Length >= 8 => track with { Scheme = Encoding.ASCII.GetString(body[4..8]).TrimEnd('\0', ' ') },
                _ => track,
            };
            at = (int)box.End;
        }

        return track;
    }
}

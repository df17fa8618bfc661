using System.Globalization;

namespace MediaInfo.Probing.Playlists;

/// <summary>Reads the references of an HLS media playlist (RFC 8216) in one pass.</summary>
internal static class MediaPlaylist
{
    private const string Begin = "#EXTM3U";
    private const string Variant = "#EXT-X-STREAM-INF:";
    private const string ByteRange = "#EXT-X-BYTERANGE:";
    private const string Map = "#EXT-X-MAP:";

    /// <summary>
    /// The segments and initialisation sections; null for a master playlist, for any other text and for too many segments.
    /// </summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static IReadOnlyList<PlaylistSegment>? Parse(ReadOnlySpan<char> text, CancellationToken cancellationToken)
    {
        var segments = new PlaylistSegments();
        var hasBegun = false;
        long? bytes = null;
        foreach (var range in text.Split('\n'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = text[range].Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            if ((!hasBegun && !line.StartsWith(Begin, StringComparison.Ordinal))
                || line.StartsWith(Variant, StringComparison.Ordinal))
            {
                return null;
            }

            hasBegun = true;
            if (line.StartsWith(ByteRange, StringComparison.Ordinal))
            {
                bytes = Length(line[ByteRange.Length..]);
            }
            else if (line.StartsWith(Map, StringComparison.Ordinal))
            {
                if (!TryAddMap(segments, line[Map.Length..]))
                {
                    return null;
                }
            }
            else if (line[0] != '#')
            {
                if (!segments.TryAdd(line.ToString(), bytes))
                {
                    return null;
                }

                bytes = null;
            }
        }

        return segments.All.Count > 0 ? segments.All : null;
    }

    // "length[@offset]"
    private static long? Length(ReadOnlySpan<char> range)
    {
        var at = range.IndexOf('@');
        return long.TryParse(at < 0 ? range : range[..at], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;
    }

    private static bool TryAddMap(PlaylistSegments segments, ReadOnlySpan<char> attributes)
    {
        var range = Attribute(attributes, "BYTERANGE=\"");
        return Attribute(attributes, "URI=\"") is not { IsEmpty: false } uri
            || segments.TryAdd(uri.ToString(), range.IsEmpty ? null : Length(range));
    }

    // Empty if there is none.
    private static ReadOnlySpan<char> Attribute(ReadOnlySpan<char> attributes, string begin)
    {
        var start = attributes.IndexOf(begin, StringComparison.Ordinal);
        var rest = start < 0 ? [] : attributes[(start + begin.Length)..];
        return rest[..Math.Max(rest.IndexOf('"'), 0)];
    }
}

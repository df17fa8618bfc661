using System.Globalization;

namespace MediaInfo.Core.Probing.Playlists;

/// <summary>Reads the references of an HLS media playlist (RFC 8216).</summary>
internal static class MediaPlaylist
{
    private const string ByteRange = "#EXT-X-BYTERANGE:";
    private const string Map = "#EXT-X-MAP:";

    /// <summary>The segments and initialisation sections; null for a master playlist or any other text.</summary>
    public static IReadOnlyList<PlaylistSegment>? Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0
            || !lines[0].StartsWith("#EXTM3U", StringComparison.Ordinal)
            || lines.Any(line => line.StartsWith("#EXT-X-STREAM-INF:", StringComparison.Ordinal)))
        {
            return null;
        }

        var segments = new List<PlaylistSegment>();
        long? bytes = null;
        foreach (var line in lines)
        {
            if (line.StartsWith(ByteRange, StringComparison.Ordinal))
            {
                bytes = Length(line[ByteRange.Length..]);
            }
            else if (line.StartsWith(Map, StringComparison.Ordinal))
            {
                AddMap(segments, line[Map.Length..]);
            }
            else if (!line.StartsWith('#'))
            {
                segments.Add(new PlaylistSegment(line, bytes));
                bytes = null;
            }
        }

        return segments.Count > 0 ? segments : null;
    }

    // "length[@offset]"
    private static long? Length(string range) =>
        long.TryParse(range.Split('@')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private static void AddMap(List<PlaylistSegment> segments, string attributes)
    {
        if (Attribute(attributes, "URI") is { } uri)
        {
            segments.Add(new PlaylistSegment(uri, Attribute(attributes, "BYTERANGE") is { } range ? Length(range) : null));
        }
    }

    private static string? Attribute(string attributes, string name)
    {
        var start = attributes.IndexOf($"{name}=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 2;
        var end = attributes.IndexOf('"', start);
        return end < 0 ? null : attributes[start..end];
    }
}

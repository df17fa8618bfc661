using System.Globalization;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Playlists;

/// <summary>Reads an HLS playlist (RFC 8216) in one pass.</summary>
internal sealed class MediaPlaylist
{
    private const string Begin = "#EXTM3U";
    private const string StreamInf = "#EXT-X-STREAM-INF:";
    private const string ByteRange = "#EXT-X-BYTERANGE:";
    private const string Map = "#EXT-X-MAP:";
    private const string Key = "#EXT-X-KEY:";
    private const string SessionKey = "#EXT-X-SESSION-KEY:";
    private const string Info = "#EXTINF:";
    private const string End = "#EXT-X-ENDLIST";
    private const string OnDemand = "#EXT-X-PLAYLIST-TYPE:VOD";
    private const decimal MaxDuration = 1_000_000_000;

    private readonly PlaylistSegments _segments = new();
    private readonly HashSet<PlaylistSegment> _maps = [];
    private bool _isComplete = true;
    private bool _hasEnded;
    private bool _hasSegments;
    private decimal? _duration = 0;
    private decimal? _seconds;
    private long? _bytes;
    private string? _encryption;
    private string? _key;
    private string? _firstKey;
    private bool _isMaster;
    private PlaylistOutline? _variant;

    private MediaPlaylist()
    {
    }

    /// <summary>What the playlist says; null for any other text and for a playlist that names nothing.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PlaylistOutline? Parse(ReadOnlySpan<char> text, CancellationToken cancellationToken)
    {
        var playlist = new MediaPlaylist();
        var hasBegun = false;
        foreach (var range in text.Split('\n'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = text[range].Trim();
            if (!line.IsEmpty && !hasBegun && !line.StartsWith(Begin, StringComparison.Ordinal))
            {
                return null;
            }

            if (!line.IsEmpty)
            {
                hasBegun = true;
                playlist.Read(line);
            }
        }

        return playlist.Outline();
    }

    private void Read(ReadOnlySpan<char> line)
    {
        if (line[0] != '#')
        {
            ReadReference(line);
        }
        else if (line.StartsWith(Info, StringComparison.Ordinal))
        {
            _seconds = Seconds(line[Info.Length..]);
        }
        else if (line.StartsWith(ByteRange, StringComparison.Ordinal))
        {
            _bytes = Length(line[ByteRange.Length..]);
        }
        else if (line.StartsWith(Map, StringComparison.Ordinal))
        {
            AddMap(new AttributeList(line[Map.Length..]));
        }
        else if (line.StartsWith(Key, StringComparison.Ordinal))
        {
            ReadKey(new AttributeList(line[Key.Length..]));
        }
        else if (line.StartsWith(SessionKey, StringComparison.Ordinal))
        {
            ReadKey(new AttributeList(line[SessionKey.Length..]));
        }
        else if (line.StartsWith(StreamInf, StringComparison.Ordinal))
        {
            ReadVariant(new AttributeList(line[StreamInf.Length..]));
        }
        else
        {
            _hasEnded |= line.StartsWith(End, StringComparison.Ordinal) || line.StartsWith(OnDemand, StringComparison.Ordinal);
        }
    }

    private PlaylistOutline? Outline() => _isMaster
        ? (_variant ?? new PlaylistOutline()) with { Encryption = _encryption }
        : !_hasSegments ? null
        : new PlaylistOutline
        {
            Segments = _isComplete ? _segments.All : null,
            IsLive = !_hasEnded,
            Duration = _duration is > 0 ? _duration : null,
            Encryption = _encryption,
            FirstKey = _firstKey,
        };

    private void ReadReference(ReadOnlySpan<char> reference)
    {
        if (_isMaster)
        {
            _variant = _variant is { VariantUri: null } first ? first with { VariantUri = reference.ToString() } : _variant;
            return;
        }

        _firstKey = _hasSegments ? _firstKey : _key;
        _hasSegments = true;
        _isComplete = _isComplete && _segments.TryAdd(reference.ToString(), _bytes);
        _duration += _seconds;
        (_bytes, _seconds) = (null, null);
    }

    private void ReadVariant(AttributeList attributes)
    {
        _isMaster = true;
        if (_variant is not null)
        {
            return;
        }

        var size = attributes["RESOLUTION="];
        var by = size.IndexOf('x');
        var codecs = attributes["CODECS="];
        _variant = new PlaylistOutline
        {
            Bandwidth = Number(attributes["BANDWIDTH="]),
            Variant = new PlaylistVariant(
                codecs.IsEmpty ? null : codecs.ToString(),
                Pixels(size[..Math.Max(by, 0)]),
                Pixels(size[(by + 1)..])),
        };
    }

    private void ReadKey(AttributeList attributes)
    {
        var method = attributes["METHOD="];
        var isNone = method.IsEmpty || method is "NONE";
        _encryption ??= isNone ? null : method.ToString();
        _key = method is "AES-128" ? attributes["URI="].ToString() : null;
    }

    // "seconds,title"
    private static decimal? Seconds(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        return decimal.TryParse(
            comma < 0 ? text : text[..comma], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= MaxDuration
                ? seconds
                : null;
    }

    private void AddMap(AttributeList attributes)
    {
        var range = attributes["BYTERANGE="];
        var uri = attributes["URI="];
        if (!uri.IsEmpty && _isComplete)
        {
            // A player fetches a section once, however often the playlist returns to it.
            var map = new PlaylistSegment(uri.ToString(), range.IsEmpty ? null : Length(range));
            _isComplete = !_maps.Add(map) || _segments.TryAdd(map.Uri, map.Bytes);
        }
    }

    // "length[@offset]"
    private static long? Length(ReadOnlySpan<char> range)
    {
        var at = range.IndexOf('@');
        return long.TryParse(at < 0 ? range : range[..at], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;
    }

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static int? Pixels(ReadOnlySpan<char> text) => Number(text) is { } number and <= int.MaxValue ? (int)number : null;
}

using System.Xml;

namespace MediaInfo.Probing.Playlists;

/// <summary>
/// Reads a DASH manifest (ISO/IEC 23009-1). Of a static one it keeps the references of the segments that a player would
/// choose: of the first video and the first audio representation of each period. It reads the manifest once and keeps only
/// what these need.
/// </summary>
internal sealed class DashManifest
{
    // The manifest's own elements nest seven deep.
    private const int MaxDepth = 32;

    private const string CommonEncryption = "urn:mpeg:dash:mp4protection:2011";
    private const int MaxScheme = 16;

    // From years to seconds with nine decimals.
    private const int MaxDuration = 64;

    private static readonly string[] Kinds = ["video", "audio"];
    private static readonly string[] TemplateAttributes = ["media", "initialization", "startNumber", "duration", "timescale"];

    private readonly XmlWalk _walk;
    private readonly DashLevel _top = new(above: null);
    private readonly List<DashRepresentation> _leading = [];
    private int _periods;
    private string? _encryption;
    private bool _isUnusable;

    private DashManifest(XmlWalk walk) => _walk = walk;

    /// <summary>What the manifest says, its segments with absolute URLs; null for any other text.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="url">The manifest's URL.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PlaylistOutline? Parse(string text, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            // Given the whole text, this reader scans each attribute once. A reader over a stream rescans all attributes of an
            // element for every buffer it fills.
            using var reader = new XmlTextReader(text, XmlNodeType.Document, context: null)
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            };
            return new DashManifest(new XmlWalk(reader, MaxDepth, cancellationToken)).Outline(url);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private PlaylistOutline? Outline(Uri url)
    {
        if (_walk.Begin() is not "MPD")
        {
            return null;
        }

        var isStatic = _walk["type"] is null or "static";
        var length = Duration("mediaPresentationDuration");
        foreach (var name in _walk.Children())
        {
            if (name is "Period")
            {
                ReadPeriod();
            }
            else
            {
                ReadInto(_top, name);
            }
        }

        _walk.End();
        return new PlaylistOutline
        {
            IsDash = true,
            Segments = isStatic ? Segments(url, length) : null,
            IsLive = !isStatic && length is null,
            Encryption = _encryption,
        };
    }

    private IReadOnlyList<PlaylistSegment>? Segments(Uri url, TimeSpan? length)
    {
        var segments = new PlaylistSegments();
        return !_isUnusable
            && !_walk.IsTooDeep
            && _leading.TrueForAll(one => one.TryAddTo(segments, url, _periods == 1 ? length : null))
            && segments.All.Count > 0
                ? segments.All
                : null;
    }

    private void ReadPeriod()
    {
        _periods++;
        var (level, length) = (new DashLevel(_top), Duration("duration"));
        var found = new DashRepresentation?[Kinds.Length];
        foreach (var name in _walk.Children())
        {
            if (name is "AdaptationSet")
            {
                ReadSet(level, length, found);
            }
            else
            {
                ReadInto(level, name);
            }
        }

        _leading.AddRange(found.OfType<DashRepresentation>());
        _isUnusable |= _leading.Count > PlaylistSegments.MaxCount;
    }

    private void ReadSet(DashLevel period, TimeSpan? length, DashRepresentation?[] found)
    {
        var level = new DashLevel(period);
        var kinds = Array.ConvertAll(Kinds, IsOf);
        foreach (var name in _walk.Children())
        {
            if (name is not "Representation")
            {
                ReadInto(level, name);
            }
            else if (Array.FindAll([0, 1], kind => found[kind] is null && (kinds[kind] || IsOf(Kinds[kind])))
                is { Length: > 0 } leads)
            {
                var representation = ReadRepresentation(new DashLevel(level), length);
                Array.ForEach(leads, kind => found[kind] = representation);
            }
        }
    }

    private DashRepresentation ReadRepresentation(DashLevel level, TimeSpan? length)
    {
        var representation = new DashRepresentation(level, _walk["id"] ?? "", Number("bandwidth") ?? 0, length);
        foreach (var name in _walk.Children())
        {
            ReadInto(level, name);
        }

        return representation;
    }

    private bool IsOf(string kind) =>
        string.Equals(_walk["contentType"], kind, StringComparison.Ordinal)
        || _walk["mimeType"]?.StartsWith($"{kind}/", StringComparison.Ordinal) == true;

    private void ReadInto(DashLevel level, string name)
    {
        switch (name)
        {
            case "BaseURL" when level.BaseUrl is null:
                level.BaseUrl = _walk.Text().Trim();
                break;
            case "ContentProtection":
                ReadProtection();
                break;
            case "SegmentTemplate":
                ReadTemplate(level);
                break;
            case "SegmentList" when level.Listed is null:
                level.Listed = Listed();
                break;
        }
    }

    // The descriptor of Common Encryption names the scheme (ISO/IEC 23009-1, 5.8.5.2); those of key systems do not.
    private void ReadProtection()
    {
        var scheme = _walk["schemeIdUri"];
        _encryption = string.Equals(scheme, CommonEncryption, StringComparison.OrdinalIgnoreCase)
            && _walk["value"] is { Length: > 0 and <= MaxScheme } value
                ? value
                : _encryption ?? "encrypted";
    }

    private void ReadTemplate(DashLevel level)
    {
        level.AddTemplate(TemplateAttributes
            .Select(name => KeyValuePair.Create(name, _walk[name]!)).Where(attribute => attribute.Value is not null));
        foreach (var name in _walk.Children())
        {
            if (name is "SegmentTimeline" && level.Timeline is null)
            {
                level.Timeline = Timeline();
            }
        }
    }

    // Each entry is at least one segment, so one more than the limit shows that there are too many.
    private List<DashRun> Timeline()
    {
        var runs = new List<DashRun>();
        foreach (var name in _walk.Children())
        {
            if (name is "S" && runs.Count <= PlaylistSegments.MaxCount)
            {
                runs.Add(new DashRun(Number("t"), Number("d") ?? 0, Number("r") ?? 0));
            }
        }

        return runs;
    }

    private List<PlaylistSegment> Listed()
    {
        var segments = new List<PlaylistSegment>();
        foreach (var name in _walk.Children())
        {
            if ((name is "Initialization" or "SegmentURL") && segments.Count <= PlaylistSegments.MaxCount)
            {
                segments.Add(new PlaylistSegment(
                    _walk["media"] ?? _walk["sourceURL"] ?? "", Range(_walk["mediaRange"] ?? _walk["range"])));
            }
        }

        return segments;
    }

    // "first-last"; null for the whole file.
    private long? Range(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0
            && DashRepresentation.Whole(text[..dash]) is { } first
            && DashRepresentation.Whole(text[(dash + 1)..]) is { } last
            && first >= 0 && last >= first && last < long.MaxValue)
        {
            return last - first + 1;
        }

        _isUnusable = true;
        return null;
    }

    private long? Number(string attribute)
    {
        var (text, number) = (_walk[attribute], (long?)null);
        _isUnusable |= text is not null && (number = DashRepresentation.Whole(text)) is null;
        return number;
    }

    private TimeSpan? Duration(string attribute)
    {
        try
        {
            return _walk[attribute] is { Length: <= MaxDuration } text ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}

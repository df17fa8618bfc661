using System.Xml.Linq;

namespace MediaInfo.Probing.Playlists;

/// <summary>One representation of a DASH manifest and its segments.</summary>
/// <param name="element">Its element.</param>
/// <param name="level">Its level, with its ancestors.</param>
/// <param name="period">How long its period lasts; null if unknown.</param>
internal sealed class DashRepresentation(XElement element, DashLevel level, TimeSpan? period)
{
    /// <summary>Its level, with its ancestors.</summary>
    public DashLevel Level => level;

    private string Id => element.Attribute("id")?.Value ?? "";

    /// <summary>Adds its segments; false if they cannot be determined or there are too many.</summary>
    public bool TryAddTo(PlaylistSegments segments) => level.Base is { } above && (level.HasTemplate
        ? TryExpand(segments, above)
        : level.List is { } list ? list.Elements().All(one => TryAdd(segments, above, one))
        : level.HasAddress && TryAdd(segments, above, "", bytes: null));

    /// <summary>Its segments in runs of equal duration; a null ends them if they cannot be determined.</summary>
    public IEnumerable<DashRun?> Runs() => level.Timeline is { } timeline ? DashRun.Of(timeline, End()) : [OfEqualLength()];

    // A period's end on the representation's own time line.
    private long? End() =>
        period is { Ticks: var ticks } && Number("timescale", 1) is > 0 and var timescale
        && Number("presentationTimeOffset", 0) is { } offset
        && ((Int128)ticks * timescale / TimeSpan.TicksPerSecond) + offset is var end && end <= long.MaxValue
            ? (long)end
            : null;

    private bool TryExpand(PlaylistSegments segments, Uri above)
    {
        if (BandwidthOrNone() is not { } bandwidth
            || level.Template("media") is not { } media || DashTemplate.Of(media, Id, bandwidth) is not { } template
            || Number("startNumber", 1) is not { } number)
        {
            return false;
        }

        if (level.Template("initialization") is { } initialization
            && !TryAdd(segments, above, DashTemplate.Of(initialization, Id, bandwidth)?.Expand(0, 0), bytes: null))
        {
            return false;
        }

        foreach (var run in Runs())
        {
            for (var i = 0L; i <= (run?.Repeats ?? 0); i++)
            {
                if (run is null || !TryAdd(segments, above, template.Expand(number++, run.Value.TimeOf(i)), bytes: null))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private long? BandwidthOrNone() => element.Attribute("bandwidth")?.Value is { } text ? DashRun.Whole(text) : 0;

    // As many as the period holds.
    private DashRun? OfEqualLength()
    {
        if (period is not { Ticks: > 0 and var ticks }
            || Number("duration", 0) is not (> 0 and var duration) || Number("timescale", 1) is not (> 0 and var timescale))
        {
            return null;
        }

        var one = (Int128)duration * TimeSpan.TicksPerSecond;
        var count = (((Int128)ticks * timescale) + one - 1) / one;
        return new DashRun(Start: 0, duration, (long)Int128.Min(count - 1, long.MaxValue - 1));
    }

    private long? Number(string attribute, long otherwise) =>
        level.Template(attribute) is { } text ? DashRun.Whole(text) : otherwise;

    private static bool TryAdd(PlaylistSegments segments, Uri above, XElement one)
    {
        var range = (one.Attribute("mediaRange") ?? one.Attribute("range"))?.Value;
        var reference = (one.Attribute("media") ?? one.Attribute("sourceURL"))?.Value ?? "";
        return one.Name.LocalName is not ("SegmentURL" or "Initialization")
            || (range is null ? TryAdd(segments, above, reference, bytes: null)
                : Length(range) is { } bytes && TryAdd(segments, above, reference, bytes));
    }

    private static bool TryAdd(PlaylistSegments segments, Uri above, string? reference, long? bytes) =>
        reference is not null
        && DashAddresses.Resolve(above, reference) is { } url && segments.TryAdd(url.AbsoluteUri, bytes);

    // "first-last"
    private static long? Length(string range) =>
        range.Split('-') is [var from, var to] && DashRun.Whole(from) is >= 0 and var first
        && DashRun.Whole(to) is < long.MaxValue and var last && last >= first
            ? last - first + 1
            : null;
}

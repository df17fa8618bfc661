using System.Globalization;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Playlists;

/// <summary>The segments of one representation of a DASH manifest.</summary>
/// <param name="level">Its level, with its ancestors.</param>
/// <param name="id">Its id.</param>
/// <param name="bandwidth">Its bandwidth, bit/s.</param>
/// <param name="length">Duration of its period; null if the period does not say.</param>
internal sealed class DashRepresentation(DashLevel level, string id, long bandwidth, TimeSpan? length)
{
    /// <summary>Adds its segments; false if they cannot be determined or there are too many.</summary>
    /// <param name="segments">The list.</param>
    /// <param name="manifest">The manifest's URL.</param>
    /// <param name="presentation">Duration of the presentation if this is its only period; null if unknown.</param>
    internal bool TryAddTo(PlaylistSegments segments, Uri manifest, TimeSpan? presentation)
    {
        if (Base(manifest) is not { } above)
        {
            return false;
        }

        return level.HasTemplate ? TryExpand(segments, above, length ?? presentation)
            : level.Find(one => one.Listed) is { } listed
                ? listed.All(segment => TryAdd(segments, above, segment.Uri, segment.Bytes))
            : level.Find(one => one.BaseUrl) is not null && TryAdd(segments, above, "", bytes: null);
    }

    /// <summary>An integer in a manifest; null if the text is not one.</summary>
    internal static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // From the manifest down, each BaseURL resolves against the one above it.
    private Uri? Base(Uri manifest)
    {
        var above = manifest;
        foreach (var next in level.FromTop.Select(one => one.BaseUrl).OfType<string>())
        {
            if (Resolve(above, next) is not { } resolved)
            {
                return null;
            }

            above = resolved;
        }

        return above;
    }

    private static Uri? Resolve(Uri above, string reference) =>
        reference.Length <= ObjectRef.MaxTextLength
        && Uri.TryCreate(above, reference, out var url)
        && url.AbsoluteUri.Length <= ObjectRef.MaxTextLength
            ? url
            : null;

    private static bool TryAdd(PlaylistSegments segments, Uri above, string? reference, long? bytes) =>
        reference is not null && Resolve(above, reference) is { } url && segments.TryAdd(url.AbsoluteUri, bytes);

    private bool TryExpand(PlaylistSegments segments, Uri above, TimeSpan? period)
    {
        if (level.Template("media") is not { } media || DashTemplate.Of(media, id, bandwidth) is not { } template
            || Number("startNumber", 1) is not { } number)
        {
            return false;
        }

        if (level.Template("initialization") is { } initialization
            && !TryAdd(segments, above, DashTemplate.Of(initialization, id, bandwidth)?.Expand(0, 0), bytes: null))
        {
            return false;
        }

        foreach (var time in level.Find(one => one.Timeline) is { Count: > 0 } runs ? OnTimeline(runs) : OfEqualLength(period))
        {
            if (time is null || !TryAdd(segments, above, template.Expand(number++, time.Value), bytes: null))
            {
                return false;
            }
        }

        return true;
    }

    // The time of each segment; null if it cannot be determined.
    private static IEnumerable<long?> OnTimeline(IReadOnlyList<DashRun> runs)
    {
        long next = 0;
        foreach (var run in runs)
        {
            next = run.Start ?? next;
            for (var i = 0L; i <= run.Repeats; i++, next += run.Duration)
            {
                yield return next;
            }

            if (run.Repeats < 0)
            {
                yield return null;
            }
        }
    }

    // As many as the period holds: the consumer stops at too many.
    private IEnumerable<long?> OfEqualLength(TimeSpan? period)
    {
        if (period is not { Ticks: > 0 and var ticks }
            || Number("duration", 0) is not (> 0 and var duration) || Number("timescale", 1) is not (> 0 and var timescale))
        {
            yield return null;
            yield break;
        }

        var all = (Int128)ticks * timescale;
        var one = (Int128)duration * TimeSpan.TicksPerSecond;
        for (var (begin, time) = (Int128.Zero, 0L); begin < all; begin += one, time += duration)
        {
            yield return time;
        }
    }

    private long? Number(string attribute, long otherwise) => level.Template(attribute) is { } text ? Whole(text) : otherwise;
}

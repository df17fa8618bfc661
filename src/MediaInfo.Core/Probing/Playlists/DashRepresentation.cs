using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MediaInfo.Core.Probing.Playlists;

/// <summary>The segments of one representation of a DASH manifest. What it does not say, its set, period or manifest says.</summary>
/// <param name="representation">The element.</param>
/// <param name="manifest">Where the manifest was read.</param>
/// <param name="length">Seconds of the period; null when unknown.</param>
internal sealed partial class DashRepresentation(XElement representation, Uri manifest, decimal? length)
{
    private readonly List<XElement> _levels = [.. representation.AncestorsAndSelf()];

    /// <summary>All segments; null where they cannot be told, or are more than so many.</summary>
    internal IReadOnlyList<PlaylistSegment>? Segments(int most)
    {
        if (Find("SegmentTemplate") is not null)
        {
            return Attribute("SegmentTemplate", "media") is { } media && Stamps(most) is { } stamps
                ? [.. Initialization(), .. stamps.Select(stamp => Segment(Expand(media, stamp.Number, stamp.Time), range: null))]
                : null;
        }

        return Find("SegmentList") is { } list
            ? [.. Children(list, "Initialization").Concat(Children(list, "SegmentURL")).Select(Listed)]
            : _levels.Any(level => Children(level, "BaseURL").Any()) ? [Segment("", range: null)] : null;
    }

    /// <summary>The children of that name, whatever their namespace.</summary>
    internal static IEnumerable<XElement> Children(XElement element, string name) =>
        element.Elements().Where(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal));

    private IEnumerable<PlaylistSegment> Initialization() =>
        Attribute("SegmentTemplate", "initialization") is { } text ? [Segment(Expand(text, 0, 0), range: null)] : [];

    private PlaylistSegment Listed(XElement element) => Segment(
        (element.Attribute("media") ?? element.Attribute("sourceURL"))?.Value ?? "",
        (element.Attribute("mediaRange") ?? element.Attribute("range"))?.Value);

    private PlaylistSegment Segment(string reference, string? range)
    {
        // From the manifest down, each BaseURL resolves against the one above it.
        var location = Enumerable.Reverse(_levels).Select(level => Children(level, "BaseURL").FirstOrDefault()?.Value.Trim())
            .OfType<string>().Append(reference).Aggregate(manifest, (above, next) => new Uri(above, next));
        return new PlaylistSegment(location.AbsoluteUri, range?.Split('-') is [var first, var last] ? Whole(last) - Whole(first) + 1 : null);
    }

    // Number and time of each segment, by the timeline or by the duration that all have.
    private List<(long Number, long Time)>? Stamps(int most)
    {
        var number = Whole(Attribute("SegmentTemplate", "startNumber") ?? "1");
        var entries = _levels.SelectMany(level => Children(level, "SegmentTemplate")).SelectMany(template => Children(template, "SegmentTimeline"))
            .Take(1).SelectMany(timeline => Children(timeline, "S")).ToList();
        return entries.Count > 0 ? OnTimeline(entries, number, most) : OfEqualLength(number, most);
    }

    private static List<(long Number, long Time)>? OnTimeline(List<XElement> entries, long number, int most)
    {
        var stamps = new List<(long, long)>();
        long time = 0;
        foreach (var entry in entries)
        {
            time = entry.Attribute("t") is { } start ? Whole(start.Value) : time;
            var repeats = Whole(entry.Attribute("r")?.Value ?? "0");
            if (repeats < 0 || repeats > most - stamps.Count)
            {
                return null;
            }

            for (var i = 0; i <= repeats; i++, time += Whole(entry.Attribute("d")?.Value ?? "0"))
            {
                stamps.Add((number++, time));
            }
        }

        return stamps;
    }

    private List<(long Number, long Time)>? OfEqualLength(long number, int most)
    {
        var duration = Whole(Attribute("SegmentTemplate", "duration") ?? "0");
        var timescale = Whole(Attribute("SegmentTemplate", "timescale") ?? "1");
        var count = duration > 0 && timescale > 0 ? Math.Ceiling((length ?? 0) * timescale / duration) : 0;
        return count > 0 && count <= most
            ? [.. Enumerable.Range(0, (int)count).Select(i => (number + i, i * duration))]
            : null;
    }

    private string Expand(string template, long number, long time) => Identifier().Replace(template, match =>
    {
        var width = match.Groups["width"] is { Success: true } group ? "D" + group.Value : "D";
        return match.Groups["name"].Value switch
        {
            "" => "$",
            "RepresentationID" => Uri.EscapeDataString(representation.Attribute("id")?.Value ?? ""),
            "Number" => number.ToString(width, CultureInfo.InvariantCulture),
            "Time" => time.ToString(width, CultureInfo.InvariantCulture),
            "Bandwidth" => Whole(representation.Attribute("bandwidth")?.Value ?? "0").ToString(width, CultureInfo.InvariantCulture),
            _ => match.Value,
        };
    });

    private XElement? Find(string name) => _levels.SelectMany(level => Children(level, name)).FirstOrDefault();

    private string? Attribute(string element, string name) => _levels.SelectMany(level => Children(level, element))
        .Select(found => found.Attribute(name)?.Value).FirstOrDefault(value => value is not null);

    private static long Whole(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // "$Number$", "$Number%05d$"; "$$" stands for itself.
    [GeneratedRegex(@"\$(?<name>\w*)(%0(?<width>\d{1,2})d)?\$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Identifier();
}

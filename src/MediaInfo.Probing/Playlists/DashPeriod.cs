using System.Xml;
using System.Xml.Linq;

namespace MediaInfo.Probing.Playlists;

/// <summary>A period of a DASH manifest.</summary>
/// <param name="Element">Its element.</param>
/// <param name="Length">How long it lasts (ISO/IEC 23009-1, 5.3.2.1); null if the manifest does not say.</param>
internal sealed record DashPeriod(XElement Element, TimeSpan? Length)
{
    // From years to seconds with nine decimals.
    private const int MaxDuration = 64;

    /// <summary>The periods of a manifest.</summary>
    public static IReadOnlyList<DashPeriod> Of(XElement manifest)
    {
        var periods = manifest.Elements("Period").ToList();
        var whole = Time(manifest, "mediaPresentationDuration");
        var (all, start) = (new List<DashPeriod>(periods.Count), (TimeSpan?)TimeSpan.Zero);
        for (var i = 0; i < periods.Count; i++)
        {
            start = Time(periods[i], "start") ?? start;
            var end = i + 1 < periods.Count ? Time(periods[i + 1], "start") : whole;
            var length = Time(periods[i], "duration") ?? (end > start ? end - start : null);
            all.Add(new DashPeriod(periods[i], length));
            start = start + length is { TotalDays: < 1_000_000 } next ? next : null;
        }

        return all;
    }

    /// <summary>Seconds that the presentation lasts; null if the manifest does not say.</summary>
    public static decimal? Whole(XElement manifest, IReadOnlyList<DashPeriod> periods) =>
        Time(manifest, "mediaPresentationDuration") is { } stated ? Seconds(stated)
        : periods.Count > 0 && periods.All(period => period.Length is not null)
            ? periods.Sum(period => Seconds(period.Length!.Value))
            : null;

    private static decimal Seconds(TimeSpan time) => (decimal)time.Ticks / TimeSpan.TicksPerSecond;

    private static TimeSpan? Time(XElement element, string attribute)
    {
        try
        {
            return element.Attribute(attribute)?.Value is { Length: <= MaxDuration } text
                && XmlConvert.ToTimeSpan(text) is { Ticks: >= 0 } time
                    ? time
                    : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace MediaInfo.Core.Probing.Playlists;

/// <summary>
/// Reads the references of a static DASH manifest (ISO/IEC 23009-1), of what a player would take: the first picture and the first
/// sound of each period.
/// </summary>
internal static class DashManifest
{
    private static readonly string[] Kinds = ["video", "audio"];
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The segments and initialisation segments by their whole URLs; null where they cannot all be told.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="url">Where it was read.</param>
    /// <param name="most">Stops soon after so many segments.</param>
    public static IReadOnlyList<PlaylistSegment>? Parse(string text, Uri url, int most)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var manifest = XDocument.Load(reader).Root!;
            return manifest.Name.LocalName is "MPD" && manifest.Attribute("type")?.Value is null or "static"
                ? SegmentsOf(manifest, url, most)
                : null;
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static List<PlaylistSegment>? SegmentsOf(XElement manifest, Uri url, int most)
    {
        var periods = DashRepresentation.Children(manifest, "Period").ToList();
        var segments = new List<PlaylistSegment>();
        foreach (var period in periods)
        {
            var length = Seconds(period.Attribute("duration")) ?? (periods.Count == 1 ? Seconds(manifest.Attribute("mediaPresentationDuration")) : null);
            foreach (var representation in LeadingIn(period))
            {
                if (segments.Count > most || new DashRepresentation(representation, url, length).Segments(most) is not { } found)
                {
                    return null;
                }

                segments.AddRange(found);
            }
        }

        return segments.Count > 0 ? segments : null;
    }

    private static IEnumerable<XElement> LeadingIn(XElement period) =>
        Kinds.Select(kind => DashRepresentation.Children(period, "AdaptationSet")
            .SelectMany(set => DashRepresentation.Children(set, "Representation"))
            .FirstOrDefault(representation => IsOf(representation, kind))).OfType<XElement>();

    private static bool IsOf(XElement representation, string kind) =>
        new[] { representation, representation.Parent! }.Any(element =>
            string.Equals(element.Attribute("contentType")?.Value, kind, StringComparison.Ordinal)
            || element.Attribute("mimeType")?.Value.StartsWith(kind + "/", StringComparison.Ordinal) == true);

    private static decimal? Seconds(XAttribute? duration) =>
        duration is null ? null : decimal.Parse(
            XmlConvert.ToTimeSpan(duration.Value).TotalSeconds.ToString("F6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

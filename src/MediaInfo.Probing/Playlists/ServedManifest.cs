using System.Buffers;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace MediaInfo.Probing.Playlists;

/// <summary>Writes a DASH manifest in the form that FFmpeg reads as it is meant (libavformat/dashdec.c).</summary>
/// <remarks>
/// FFmpeg takes a dynamic manifest for a broadcast: it asks for the segments of this moment by the clock, and waits for new
/// ones until it is killed. In storage the segments are those that the manifest lists, so it is called static. FFmpeg also
/// refuses a manifest without a type or a known profile. It does not resolve the addresses of manifest, period and set against
/// each other. It takes the first number of a list, and that of segments named by time, for a place in the list; without a
/// first number it counts from 0, and to one too many. It overlooks the list of a set and the time line of a period, and
/// divides by zero at a repeat count of -1. So each representation gets one absolute address, a time line, and all that it
/// inherits. Of several periods FFmpeg reads the longest alone, so only that is there.
/// </remarks>
internal sealed class ServedManifest
{
    // FFmpeg's own limit of streams.
    private const int MaxRepresentations = 1_000;

    // Characters. What representations inherit is written once for each.
    private const int MaxLength = 8 * 1024 * 1024;

    // A reserved top-level domain (RFC 2606): no object has such an address.
    private const string Nowhere = "http://nowhere.invalid/";

    // Characters of an element's name and of those around its attributes, at most.
    private const int Frame = 48;

    // Where the name of a protocol ends, or what is none.
    private static readonly SearchValues<char> Ends = SearchValues.Create(":/?#");

    private readonly DashAddresses _addresses;
    private int _representations;
    private long _length;

    private ServedManifest(DashAddresses addresses) => _addresses = addresses;

    /// <summary>The manifest as FFmpeg gets it; null if the text is none, or has too much in it.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="addresses">Resolves its references.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static string? Of(string text, DashAddresses addresses, CancellationToken cancellationToken)
    {
        var served = new ServedManifest(addresses);
        return ManifestTree.Read(text, cancellationToken) is { } manifest && served.Write(manifest) is { } written
            && served is { _representations: <= MaxRepresentations, _length: <= MaxLength }
                ? written.ToString(SaveOptions.DisableFormatting)
                : null;
    }

    private XElement? Write(XElement manifest)
    {
        var periods = DashPeriod.Of(manifest);
        if (periods.Count == 0)
        {
            return null;
        }

        // As FFmpeg chooses it: of several that last equally long the last one.
        var longest = periods.Aggregate((one, other) => (other.Length ?? default) >= (one.Length ?? default) ? other : one);
        var length = periods.Count == 1 ? manifest.Attribute("mediaPresentationDuration")?.Value : null;
        return new XElement(
            "MPD",
            new XAttribute("type", "static"),
            new XAttribute("profiles", "urn:mpeg:dash:profile:isoff-live:2011"),
            (length ?? Text(longest.Length)) is { } stated ? new XAttribute("mediaPresentationDuration", stated) : null,
            manifest.Elements("ProgramInformation"),
            Period(longest, new DashLevel(manifest, above: null, _addresses)));
    }

    private static string? Text(TimeSpan? length) => length is { } time ? XmlConvert.ToString(time) : null;

    private XElement Period(DashPeriod period, DashLevel top)
    {
        var level = new DashLevel(period.Element, top, _addresses);
        return new XElement(
            "Period",
            Text(period.Length) is { } stated ? new XAttribute("duration", stated) : null,
            period.Element.Elements("AdaptationSet").Select(set => new XElement(
                "AdaptationSet",
                set.Attributes(),
                set.Elements("ContentComponent"),
                set.Elements("SupplementalProperty"),
                Representations(set, new DashLevel(set, level, _addresses), period.Length))));
    }

    private IEnumerable<XElement> Representations(XElement set, DashLevel level, TimeSpan? period)
    {
        foreach (var element in set.Elements("Representation"))
        {
            if (++_representations > MaxRepresentations || _length > MaxLength)
            {
                yield break;
            }

            var one = new DashRepresentation(element, new DashLevel(element, level, _addresses), period);
            yield return new XElement("Representation", element.Attributes(), Address(one.Level), Segments(one));
        }
    }

    // FFmpeg writes an address into another element without escaping, so it must have nothing to escape.
    private XElement? Address(DashLevel level) => level is { HasAddress: true, Base: { } url }
        ? Counted(new XElement(
            "BaseURL",
            IsWeb(url.Scheme) ? url.GetLeftPart(UriPartial.Path).Replace("&", "%26", StringComparison.Ordinal) : Nowhere))
        : null;

    private XElement? Segments(DashRepresentation one) => one.Level is { HasTemplate: true } ? Template(one)
        : one.Level.List is { } list ? Counted(new XElement("SegmentList", list.Elements().Select(Harmless)))
        : null;

    private static XElement Harmless(XElement element) => new(element.Name, element.Attributes().Select(Harmless));

    // FFmpeg takes the name of another protocol that begins with "http", such as that of its proxies, for HTTP.
    private static XAttribute Harmless(XAttribute reference) =>
        reference.Value.AsSpan().IndexOfAny(Ends) is > 0 and var end && reference.Value[end] == ':'
        && !IsWeb(reference.Value[..end].Trim())
            ? new XAttribute(reference.Name, Nowhere)
            : reference;

    private static bool IsWeb(string scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    private XElement Template(DashRepresentation one)
    {
        var template = new XElement("SegmentTemplate");
        var runs = one.Runs().OfType<DashRun>().ToList();
        string[] attributes = ["initialization", "media", "presentationTimeOffset", "timescale", .. Lengths(runs)];
        foreach (var name in attributes)
        {
            template.Add(one.Level.Template(name) is { } value ? Harmless(new XAttribute(name, value)) : null);
        }

        template.Add(one.Level.Template("media")?.Contains("$Time", StringComparison.Ordinal) == true
            ? null
            : new XAttribute("startNumber", one.Level.Template("startNumber") ?? "1"));
        template.Add(runs.Count > 0 ? new XElement("SegmentTimeline", runs.Select(Run)) : null);
        return Counted(template);
    }

    private static string[] Lengths(List<DashRun> runs) => runs.Count > 0 ? [] : ["duration"];

    private static XElement Run(DashRun run) => new(
        "S",
        new XAttribute("t", run.Start.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("d", run.Duration.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("r", run.Repeats.ToString(CultureInfo.InvariantCulture)));

    private XElement Counted(XElement element)
    {
        foreach (var part in element.DescendantsAndSelf())
        {
            _length += Frame + (part.HasElements ? 0 : part.Value.Length)
                + part.Attributes().Sum(attribute => attribute.Value.Length);
        }

        return element;
    }
}

using System.Xml;
using System.Xml.Linq;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Playlists;

/// <summary>
/// Reads of a DASH manifest (ISO/IEC 23009-1) what says where its media is, as a tree without namespaces. Everything else is
/// left out.
/// </summary>
internal sealed class ManifestTree
{
    // The manifest's own elements nest seven deep.
    private const int MaxDepth = 32;

    // A day of picture and sound in segments of two seconds, each listed, has fewer.
    private const int MaxElements = 100_000;

    private static readonly string[] Segments = ["BaseURL", "SegmentTemplate", "SegmentList", "ContentProtection"];
    private static readonly string[] Numbering =
        ["startNumber", "duration", "timescale", "presentationTimeOffset"];

    // What each element keeps: its attributes and its children. Those that keep neither have text.
    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Kept = new(StringComparer.Ordinal)
    {
        ["MPD"] = (["type", "mediaPresentationDuration"], [.. Segments, "ProgramInformation", "Period"]),
        ["ProgramInformation"] = ([], ["Title", "Source", "Copyright"]),
        ["Period"] = (["id", "start", "duration"], [.. Segments, "AdaptationSet"]),
        ["AdaptationSet"] = (
            ["id", "contentType", "mimeType", "lang"],
            [.. Segments, "ContentComponent", "SupplementalProperty", "Representation"]),
        ["Representation"] = (["id", "contentType", "mimeType", "bandwidth", "frameRate"], Segments),
        ["SegmentTemplate"] = (["media", "initialization", .. Numbering], ["SegmentTimeline"]),
        ["SegmentList"] = (Numbering, ["Initialization", "SegmentURL", "SegmentTimeline"]),
        ["SegmentTimeline"] = ([], ["S"]),
        ["S"] = (["t", "d", "r"], []),
        ["Initialization"] = (["sourceURL", "range"], []),
        ["SegmentURL"] = (["media", "mediaRange"], []),
        ["ContentProtection"] = (["schemeIdUri", "value"], []),
        ["ContentComponent"] = (["contentType", "mimeType"], []),
        ["SupplementalProperty"] = (["schemeIdUri", "value"], []),
    };

    private readonly XmlWalk _walk;
    private int _elements;

    private ManifestTree(XmlWalk walk) => _walk = walk;

    /// <summary>Whether a text begins as a manifest does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.IndexOf("<MPD"u8) >= 0;

    /// <summary>The element MPD; null if the text is no manifest, nests too deeply, or has too many elements.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static XElement? Read(string text, CancellationToken cancellationToken)
    {
        try
        {
            // Given the whole text, this reader scans each attribute once. A reader over a stream rescans all attributes of an
            // element for every buffer it fills.
            using var reader = new XmlTextReader(text.TrimStart('\uFEFF'), XmlNodeType.Document, context: null)
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            };
            var tree = new ManifestTree(new XmlWalk(reader, MaxDepth, cancellationToken));
            return tree.Whole();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private XElement? Whole()
    {
        if (_walk.Begin() is not "MPD")
        {
            return null;
        }

        var manifest = Take("MPD");
        _walk.End();
        return _walk.IsTooDeep || _elements > MaxElements ? null : manifest;
    }

    private XElement Take(string name)
    {
        var element = new XElement(name);
        if (!Kept.TryGetValue(name, out var kept))
        {
            element.Value = _walk.Text(ObjectRef.MaxTextLength).Trim();
            return element;
        }

        foreach (var attribute in kept.Attributes)
        {
            if (_walk[attribute] is { } value)
            {
                element.Add(new XAttribute(attribute, value));
            }
        }

        foreach (var child in _walk.Children())
        {
            if (kept.Children.Contains(child, StringComparer.Ordinal) && ++_elements <= MaxElements)
            {
                element.Add(Take(child));
            }
        }

        return element;
    }
}

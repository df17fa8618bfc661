using System.Xml.Linq;

namespace MediaInfo.Probing.Playlists;

/// <summary>
/// Reads a DASH manifest (ISO/IEC 23009-1). Of a static one it keeps the references of the segments that a player would
/// choose: of the first video and the first audio representation of each period.
/// </summary>
internal sealed class DashManifest
{
    private const string CommonEncryption = "urn:mpeg:dash:mp4protection:2011";
    private const int MaxScheme = 16;

    private static readonly string[] Kinds = ["video", "audio"];

    private readonly XElement _manifest;
    private readonly DashAddresses _addresses;
    private readonly DashLevel _top;

    private DashManifest(XElement manifest, DashAddresses addresses)
    {
        (_manifest, _addresses) = (manifest, addresses);
        _top = new DashLevel(manifest, above: null, addresses);
    }

    /// <summary>What the manifest says, its segments with absolute URLs; null for any other text.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="addresses">Resolves its references.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PlaylistOutline? Parse(string text, DashAddresses addresses, CancellationToken cancellationToken) =>
        ManifestTree.Read(text, cancellationToken) is { } manifest ? new DashManifest(manifest, addresses).Outline() : null;

    private PlaylistOutline Outline()
    {
        var isStatic = _manifest.Attribute("type")?.Value is null or "static";
        var periods = DashPeriod.Of(_manifest);
        var length = DashPeriod.Whole(_manifest, periods);
        return new PlaylistOutline
        {
            IsDash = true,
            Segments = isStatic ? Segments(periods) : null,
            IsLive = !isStatic && _manifest.Attribute("mediaPresentationDuration") is null,
            Duration = length is > 0 ? length : null,
            Encryption = Encryption(),
        };
    }

    private IReadOnlyList<PlaylistSegment>? Segments(IReadOnlyList<DashPeriod> periods)
    {
        var segments = new PlaylistSegments();
        var (leading, count) = (periods.SelectMany(Leading), 0);
        return leading.All(one => ++count <= PlaylistSegments.MaxCount && one.TryAddTo(segments)) && segments.All.Count > 0
            ? segments.All
            : null;
    }

    private IEnumerable<DashRepresentation> Leading(DashPeriod period)
    {
        var level = new DashLevel(period.Element, _top, _addresses);
        var found = new DashRepresentation?[Kinds.Length];
        foreach (var set in period.Element.Elements("AdaptationSet"))
        {
            var inSet = (DashLevel?)null;
            var kinds = Array.ConvertAll(
                Kinds, kind => IsOf(set, kind) || set.Elements("ContentComponent").Any(part => IsOf(part, kind)));
            foreach (var one in set.Elements("Representation"))
            {
                var leads = Array.FindAll([0, 1], kind => found[kind] is null && (kinds[kind] || IsOf(one, Kinds[kind])));
                if (leads.Length > 0)
                {
                    inSet ??= new DashLevel(set, level, _addresses);
                    var representation = new DashRepresentation(one, new DashLevel(one, inSet, _addresses), period.Length);
                    Array.ForEach(leads, kind => found[kind] = representation);
                }
            }
        }

        return found.OfType<DashRepresentation>().Distinct();
    }

    private static bool IsOf(XElement element, string kind) =>
        string.Equals(element.Attribute("contentType")?.Value, kind, StringComparison.Ordinal)
        || element.Attribute("mimeType")?.Value.StartsWith($"{kind}/", StringComparison.Ordinal) == true;

    // The descriptor of Common Encryption names the scheme (ISO/IEC 23009-1, 5.8.5.2); those of key systems do not.
    private string? Encryption()
    {
        var protections = _manifest.Descendants("ContentProtection").ToList();
        var named = protections
            .Where(one => string.Equals(
                one.Attribute("schemeIdUri")?.Value, CommonEncryption, StringComparison.OrdinalIgnoreCase))
            .Select(one => one.Attribute("value")?.Value).FirstOrDefault(value => value is { Length: > 0 and <= MaxScheme });
        return named ?? (protections.Count > 0 ? "encrypted" : null);
    }
}

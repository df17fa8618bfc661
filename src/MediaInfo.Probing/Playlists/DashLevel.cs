using System.Xml.Linq;

namespace MediaInfo.Probing.Playlists;

/// <summary>
/// What one element of a DASH manifest (the manifest, a period, a set or a representation) says about the segments in it. It
/// inherits everything else from its parent.
/// </summary>
internal sealed class DashLevel
{
    private readonly DashLevel? _above;
    private readonly DashAddresses _addresses;
    private readonly List<string> _alternatives = [];
    private readonly Dictionary<string, string> _template = new(StringComparer.Ordinal);
    private readonly bool _hasTemplate;
    private readonly XElement? _timeline;
    private readonly XElement? _list;
    private readonly Lazy<Uri?> _base;

    /// <summary>Reads what an element says.</summary>
    /// <param name="element">The element.</param>
    /// <param name="above">The parent element's level; null for the manifest.</param>
    /// <param name="addresses">Resolves references.</param>
    public DashLevel(XElement element, DashLevel? above, DashAddresses addresses)
    {
        (_above, _addresses) = (above, addresses);
        _base = new Lazy<Uri?>(Resolve);
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "BaseURL":
                    _alternatives.Add(child.Value);
                    break;
                case "SegmentTemplate":
                    // If several set an attribute, the first wins.
                    _hasTemplate = true;
                    _timeline ??= child.Element("SegmentTimeline");
                    foreach (var attribute in child.Attributes())
                    {
                        _template.TryAdd(attribute.Name.LocalName, attribute.Value);
                    }

                    break;
                case "SegmentList":
                    _list ??= child;
                    break;
            }
        }
    }

    /// <summary>Whether this level or an ancestor has a template.</summary>
    public bool HasTemplate => _hasTemplate || _above?.HasTemplate == true;

    /// <summary>Whether this level or an ancestor has an address.</summary>
    public bool HasAddress => _alternatives.Count > 0 || _above?.HasAddress == true;

    /// <summary>The nearest SegmentTimeline of a template; null if there is none.</summary>
    public XElement? Timeline => _timeline ?? _above?.Timeline;

    /// <summary>The nearest SegmentList; null if there is none.</summary>
    public XElement? List => _list ?? _above?.List;

    /// <summary>The URL to which its references are relative; null if it has none that can be used.</summary>
    public Uri? Base => _base.Value;

    /// <summary>A template attribute from the nearest level that has it; null if none does.</summary>
    public string? Template(string name) => _template.GetValueOrDefault(name) ?? _above?.Template(name);

    private Uri? Resolve() => _above is null ? _addresses.Base(above: null, _alternatives)
        : _above.Base is { } above ? _addresses.Base(above, _alternatives)
        : null;
}

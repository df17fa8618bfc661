namespace MediaInfo.Probing.Playlists;

/// <summary>
/// What one element of a DASH manifest (the manifest, a period, a set or a representation) says about the segments in it. It
/// inherits everything else from its parent.
/// </summary>
/// <param name="above">The parent element; null for the manifest.</param>
internal sealed class DashLevel(DashLevel? above)
{
    private Dictionary<string, string>? _template;

    /// <summary>The first BaseURL; null if there is none.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The first SegmentTimeline of its templates; null if there is none.</summary>
    public IReadOnlyList<DashRun>? Timeline { get; set; }

    /// <summary>The first SegmentList; null if there is none.</summary>
    public IReadOnlyList<PlaylistSegment>? Listed { get; set; }

    /// <summary>This level and its ancestors, from the manifest down.</summary>
    public IEnumerable<DashLevel> FromTop => [.. above?.FromTop ?? [], this];

    /// <summary>Adds a template. If several set an attribute, the first wins.</summary>
    public void AddTemplate(IEnumerable<KeyValuePair<string, string>> attributes)
    {
        _template ??= new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            _template.TryAdd(name, value);
        }
    }

    /// <summary>Whether this level or an ancestor has a template.</summary>
    public bool HasTemplate => Find(level => level._template) is not null;

    /// <summary>A template attribute from the nearest level that has it; null if none does.</summary>
    public string? Template(string name) => Find(level => level._template?.GetValueOrDefault(name));

    /// <summary>A member of the nearest level that has it; null if none does.</summary>
    public T? Find<T>(Func<DashLevel, T?> member)
        where T : class => member(this) ?? above?.Find(member);
}

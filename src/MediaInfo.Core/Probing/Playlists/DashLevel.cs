namespace MediaInfo.Core.Probing.Playlists;

/// <summary>
/// What one element of a DASH manifest says of the segments in it: the manifest, a period, a set or a representation. What it does not
/// say, the one above it says.
/// </summary>
/// <param name="above">The element around it; null for the manifest.</param>
internal sealed class DashLevel(DashLevel? above)
{
    private Dictionary<string, string>? _template;

    /// <summary>The first BaseURL; null when it has none.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The first SegmentTimeline of its templates; null when it has none.</summary>
    public IReadOnlyList<DashRun>? Timeline { get; set; }

    /// <summary>The first SegmentList; null when it has none.</summary>
    public IReadOnlyList<PlaylistSegment>? Listed { get; set; }

    /// <summary>This level and those above, from the manifest down.</summary>
    public IEnumerable<DashLevel> FromTop => [.. above?.FromTop ?? [], this];

    /// <summary>Takes a template. Of what several say, the first counts.</summary>
    public void AddTemplate(IEnumerable<KeyValuePair<string, string>> attributes)
    {
        _template ??= new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            _template.TryAdd(name, value);
        }
    }

    /// <summary>Whether there is a template, here or above.</summary>
    public bool HasTemplate => Find(level => level._template) is not null;

    /// <summary>An attribute of the templates here, or else of those above; null when none has it.</summary>
    public string? Template(string name) => Find(level => level._template?.GetValueOrDefault(name));

    /// <summary>What the nearest level has that has it; null when none does.</summary>
    public T? Find<T>(Func<DashLevel, T?> member)
        where T : class => member(this) ?? above?.Find(member);
}

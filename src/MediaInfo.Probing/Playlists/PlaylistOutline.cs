using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Playlists;

/// <summary>What the text of a playlist or manifest says.</summary>
internal sealed record PlaylistOutline
{
    /// <summary>
    /// What it plays, an initialisation section once and a segment as often as it is played; null if some are unknown, there
    /// are too many, or it is a master playlist.
    /// </summary>
    public IReadOnlyList<PlaylistSegment>? Segments { get; init; }

    /// <summary>Whether it is a DASH manifest.</summary>
    public bool IsDash { get; init; }

    /// <summary>Whether it still grows.</summary>
    public bool IsLive { get; init; }

    /// <summary>
    /// Sum of the segments' durations in seconds, or what a manifest states of the whole; null if it does not state them.
    /// </summary>
    public decimal? Duration { get; init; }

    /// <summary>How its segments are encrypted; null if it names no key.</summary>
    public string? Encryption { get; init; }

    /// <summary>The reference to the key with which the whole first segment is encrypted; null if it is not.</summary>
    public string? FirstKey { get; init; }

    /// <summary>The reference to the first variant's playlist; null unless it is a master playlist.</summary>
    public string? VariantUri { get; init; }

    /// <summary>BANDWIDTH of the first variant in bit/s; null if it has none.</summary>
    public long? Bandwidth { get; init; }

    /// <summary>What it states of the first variant; null unless it is a master playlist.</summary>
    public PlaylistVariant? Variant { get; init; }
}

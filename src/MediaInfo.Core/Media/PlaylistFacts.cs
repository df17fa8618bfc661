namespace MediaInfo.Core.Media;

/// <summary>What is known about an HLS or DASH presentation beyond what ffprobe prints.</summary>
/// <param name="SegmentBytes">
/// Total size of all segments in bytes, each as often as it is played; null if any size is unknown.
/// </param>
/// <param name="Bandwidth">Bit rate of the variant in bit/s as the playlist states it (BANDWIDTH); null if it does not.</param>
public sealed record PlaylistFacts(long? SegmentBytes, long? Bandwidth)
{
    /// <summary>Whether this is a DASH manifest; false for an HLS playlist.</summary>
    public bool IsDash { get; init; }

    /// <summary>Whether the presentation is still growing.</summary>
    public bool IsLive { get; init; }

    /// <summary>
    /// Sum of the segments' durations in seconds, each as often as it is played; of a master playlist those of its first
    /// variant; of a manifest what it states. Null if unknown.
    /// </summary>
    public decimal? Duration { get; init; }

    /// <summary>How the segments are encrypted; see <see cref="ContainerDescription.Encryption"/>.</summary>
    public string? Encryption { get; init; }

    /// <summary>
    /// Whether whole segments are encrypted from the first on, with a key that is not in the bucket: then nothing of them can
    /// be read.
    /// </summary>
    public bool IsUnreadable { get; init; }

    /// <summary>
    /// The streams of the leading variant as a master playlist states them; null if there is no such statement.
    /// </summary>
    public PlaylistVariant? Variant { get; init; }
}

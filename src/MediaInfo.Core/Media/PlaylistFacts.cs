namespace MediaInfo.Core.Media;

/// <summary>What is known of an HLS or DASH presentation beyond its playlist.</summary>
/// <param name="SegmentBytes">Bytes of all segments together; null when not all sizes are known.</param>
/// <param name="Bandwidth">bit/s of the variant as the playlist states them (BANDWIDTH); null when it does not.</param>
public sealed record PlaylistFacts(long? SegmentBytes, long? Bandwidth);

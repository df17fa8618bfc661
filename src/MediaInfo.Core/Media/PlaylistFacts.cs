namespace MediaInfo.Core.Media;

/// <summary>What is known about an HLS or DASH presentation beyond its playlist.</summary>
/// <param name="SegmentBytes">Total size of all segments in bytes; null if any size is unknown.</param>
/// <param name="Bandwidth">Bit rate of the variant in bit/s as the playlist states it (BANDWIDTH); null if it does not.</param>
public sealed record PlaylistFacts(long? SegmentBytes, long? Bandwidth);

using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>
/// The bit rate of an HLS or DASH presentation. ffprobe's own value divides the size of the playlist by the duration.
/// </summary>
internal static class PlaylistBitRate
{
    private const decimal BitsPerByte = 8;

    /// <summary>
    /// The segments' bytes divided by the duration (a live response of the service: 851076 B in 12.379978 s); else the variant's
    /// BANDWIDTH, which FFmpeg's demuxers put into the streams' tags; else null.
    /// </summary>
    internal static long? Of(FfprobeReport report, PlaylistFacts? playlist, decimal? duration) =>
        OfSegments(playlist?.SegmentBytes, playlist?.Duration ?? duration) ?? Known(playlist?.Bandwidth) ?? OfVariant(report);

    /// <summary>The same of a presentation that ffprobe cannot read.</summary>
    internal static long? OfPlaylist(PlaylistFacts playlist) =>
        OfSegments(playlist.SegmentBytes, playlist.Duration) ?? Known(playlist.Bandwidth);

    private static long? OfSegments(long? bytes, decimal? duration) =>
        bytes is > 0 && duration is > 0 ? Known((long)Math.Min(bytes.Value * BitsPerByte / duration.Value, long.MaxValue)) : null;

    /// <summary>
    /// The rate of the variant whose video represents the file. In DASH the tag is the rate of one representation, and a player
    /// plays one video and one audio representation.
    /// </summary>
    private static long? OfVariant(FfprobeReport report) => report.Format?.FormatName is "dash"
        ? Known((BandwidthOf(First(report, "video")) ?? 0) + (BandwidthOf(First(report, "audio")) ?? 0))
        : BandwidthOf(Leading(report));

    private static long? BandwidthOf(FfprobeStream? stream) => ProbeNumbers.Positive(stream?.Tags?.Find("variant_bitrate"));

    private static FfprobeStream? Leading(FfprobeReport report) =>
        First(report, "video") ?? (report.Streams is [var first, ..] ? first : null);

    private static FfprobeStream? First(FfprobeReport report, string type) =>
        report.Streams.FirstOrDefault(stream => string.Equals(stream.CodecType, type, StringComparison.Ordinal));

    private static long? Known(long? bitRate) => bitRate is > 0 ? bitRate : null;
}

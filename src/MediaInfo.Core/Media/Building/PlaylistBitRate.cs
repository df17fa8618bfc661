using MediaInfo.Core.Probing.Output;

namespace MediaInfo.Core.Media.Building;

/// <summary>The bit rate of an HLS or DASH presentation; ffprobe's divides the playlist's few bytes by the duration.</summary>
internal static class PlaylistBitRate
{
    private const decimal BitsPerByte = 8;

    /// <summary>
    /// The segments' bytes by the duration (a live response of the service: 851076 B in 12.379978 s); else the BANDWIDTH of
    /// the variant, which FFmpeg's demuxers put into the streams' tags; else null.
    /// </summary>
    internal static long? Of(FfprobeReport report, PlaylistFacts? playlist, decimal? duration) =>
        OfSegments(playlist?.SegmentBytes, duration) ?? Known(playlist?.Bandwidth) ?? OfVariant(report);

    private static long? OfSegments(long? bytes, decimal? duration) =>
        bytes is > 0 && duration is > 0 ? Known((long)Math.Min(bytes.Value * BitsPerByte / duration.Value, long.MaxValue)) : null;

    /// <summary>
    /// That of the variant whose picture stands for the file. In DASH the tag is one representation's: a player takes one of
    /// pictures and one of sound.
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

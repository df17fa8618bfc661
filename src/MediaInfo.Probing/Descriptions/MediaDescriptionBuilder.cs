using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>
/// Turns ffprobe's report into a description: parses it, derives fields ffprobe no longer prints, drops unknown values.
/// </summary>
public static class MediaDescriptionBuilder
{
    /// <summary>Describes a file.</summary>
    /// <param name="report">ffprobe's report.</param>
    /// <param name="durationInaccurate">Whether ffprobe warned that it is; see <see cref="FfprobeWarnings"/>.</param>
    /// <param name="objectSize">The object's size in bytes according to storage; null uses ffprobe's.</param>
    /// <param name="playlist">Facts about the segments of an HLS or DASH presentation; null if unknown.</param>
    public static MediaDescription Build(
        FfprobeReport report, bool durationInaccurate, long? objectSize, PlaylistFacts? playlist = null)
    {
        var container = ContainerBuilder.Build(report, objectSize, playlist);
        var video = Streams(report, "video", VideoStreamBuilder.Build);
        var audio = Streams(report, "audio", AudioStreamBuilder.Build);
        return new MediaDescription
        {
            Container = container,
            VideoStreams = StreamBitRates.WithDerived(video, audio, container.BitRate),
            AudioStreams = audio,
            SubtitleStreams = Streams(report, "subtitle", SubtitleStreamBuilder.Build),
            OtherStreams = [.. report.Streams.Where(IsOther).Select(OtherStreamBuilder.Build)],
            Chapters = [.. report.Chapters.Select(ChapterBuilder.Build)],
            Programs = [.. report.Programs.Select(ProgramBuilder.Build)],
            DurationInaccurate = durationInaccurate,
        };
    }

    private static IReadOnlyList<T> Streams<T>(FfprobeReport report, string type, Func<FfprobeStream, T> build) =>
        [.. report.Streams.Where(stream => string.Equals(stream.CodecType, type, StringComparison.Ordinal)).Select(build)];

    private static bool IsOther(FfprobeStream stream) => stream.CodecType is not ("video" or "audio" or "subtitle");
}

using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>
/// Turns ffprobe's report into a description: parses it, derives fields ffprobe no longer prints, drops unknown values. Then
/// the rules correct what would mislead.
/// </summary>
public static class MediaDescriptionBuilder
{
    /// <summary>Describes a file.</summary>
    /// <param name="facts">ffprobe's report, and what the rules know beyond it.</param>
    /// <param name="objectSize">The object's size in bytes according to storage; null uses ffprobe's.</param>
    public static MediaDescription Build(RuleFacts facts, long? objectSize) =>
        HeaderRules.All.Apply(Parse(facts.Report, objectSize), facts);

    private static MediaDescription Parse(FfprobeReport report, long? objectSize) => new()
    {
        Container = ContainerBuilder.Build(report, objectSize),
        VideoStreams = Streams(report, "video", VideoStreamBuilder.Build),
        AudioStreams = Streams(report, "audio", AudioStreamBuilder.Build),
        SubtitleStreams = Streams(report, "subtitle", SubtitleStreamBuilder.Build),
        OtherStreams = [.. report.Streams.Where(IsOther).Select(OtherStreamBuilder.Build)],
        Chapters = [.. report.Chapters.Select(ChapterBuilder.Build)],
        Programs = [.. report.Programs.Select(ProgramBuilder.Build)],
    };

    private static IReadOnlyList<T> Streams<T>(FfprobeReport report, string type, Func<FfprobeStream, T> build) =>
        [.. report.Streams.Where(stream => string.Equals(stream.CodecType, type, StringComparison.Ordinal)).Select(build)];

    private static bool IsOther(FfprobeStream stream) => stream.CodecType is not ("video" or "audio" or "subtitle");
}

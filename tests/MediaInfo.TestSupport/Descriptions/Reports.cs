using System.Text;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Output;

namespace MediaInfo.TestSupport.Descriptions;

/// <summary>Builds reports and descriptions from pieces of ffprobe's JSON.</summary>
public static class Reports
{
    public static FfprobeReport Of(string streams, string format = "{}")
    {
        var report = FfprobeReport.Parse(Encoding.UTF8.GetBytes($$"""{ "streams": [ {{streams}} ], "format": {{format}} }"""));
        Assert.NotNull(report);
        return report;
    }

    public static MediaDescription Describe(
        string streams, string format = "{}", PlaylistFacts? playlist = null, HeaderFacts? headers = null, long? size = null) =>
        MediaDescriptionBuilder.Build(
            new RuleFacts(Of(streams, format), IsEstimate: false, playlist, headers ?? new HeaderFacts()), size);

    public static VideoStream Video(string members) =>
        Assert.Single(Describe($$"""{ "index": 0, "codec_type": "video", {{members}} }""").VideoStreams);

    public static AudioStream Audio(string members) =>
        Assert.Single(Describe($$"""{ "index": 0, "codec_type": "audio", {{members}} }""").AudioStreams);
}

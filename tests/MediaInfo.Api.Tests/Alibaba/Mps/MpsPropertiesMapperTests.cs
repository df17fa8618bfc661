using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Output;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Mps;

public sealed class MpsPropertiesMapperTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public void Properties_of_a_clip(string clip) =>
        GoldenFile.Matches(Text(MpsPropertiesMapper.ToQueried(FfprobeFixture.Describe(clip))), "Mps", clip);

    [Fact]
    public void Properties_as_a_submit_call_answers_them()
    {
        var media = FfprobeFixture.Describe("sound.mp3").WithMd5("0123456789abcdef0123456789abcdef");

        GoldenFile.Matches(Text(MpsPropertiesMapper.ToSubmitted(media)), "Mps");
    }

    [Fact]
    public void Properties_of_a_playlist_whose_segments_are_known()
    {
        var media = FfprobeFixture.Describe("playlist.m3u8", new PlaylistFacts(SegmentBytes: 82908, Bandwidth: null));

        GoldenFile.Matches(Text(MpsPropertiesMapper.ToQueried(media)), "Mps");
    }

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public void Every_scalar_is_a_string_and_nothing_is_null(string clip) =>
        AssertStrings(JsonSerializer.SerializeToNode(MpsPropertiesMapper.ToQueried(FfprobeFixture.Describe(clip)), Json)!);

    // A live response of December 2022. We do not have its file, so ffprobe's report is reconstructed from it.
    [Fact]
    public void A_recorded_live_response_is_reproduced()
    {
        var answer = (JsonObject)JsonSerializer.SerializeToNode(
            MpsPropertiesMapper.ToQueried(Describe(Live("2022-12-11.ffprobe.json"))), Json)!;

        // The documentation of 2026 has these three members, which the service did not send in 2022.
        Assert.True(answer.Remove("FileMd5"));
        var video = answer["Streams"]!["VideoStreamList"]!["VideoStream"]![0]!.AsObject();
        Assert.True(video.Remove("DurationInaccurate") && video.Remove("DolbyVision"));
        Assert.True(answer["Streams"]!["AudioStreamList"]!["AudioStream"]![0]!.AsObject().Remove("DurationInaccurate"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Live("2022-12-11.json")), answer), answer.ToJsonString(Json));
    }

    [Fact]
    public void HEVC_is_named_h265_unless_the_setting_says_hevc()
    {
        var media = FfprobeFixture.Describe("hevc.mp4");

        var options = new MpsPropertiesOptions { HevcCodecName = "hevc" };

        Assert.Equal("h265", Video(MpsPropertiesMapper.ToQueried(media)).CodecName);
        Assert.Equal("hevc", Video(MpsPropertiesMapper.ToQueried(media, options)).CodecName);
    }

    [Fact]
    public void A_cover_picture_is_listed_but_sets_no_properties_of_the_file()
    {
        var properties = MpsPropertiesMapper.ToQueried(FfprobeFixture.Describe("cover.mp3"));

        Assert.Equal((null, null, null), (properties.Width, properties.Height, properties.Fps));
        Assert.Equal("64", Video(properties).Width);
    }

    [Fact]
    public void Network_cost_and_Dolby_Vision_are_reported_if_known()
    {
        var media = Describe("""
            { "streams": [ { "index": 0, "codec_type": "video",
              "side_data_list": [ { "side_data_type": "DOVI configuration record", "dv_profile": 5, "dv_level": 6 } ] } ] }
            """u8);
        var packets = new PacketCounts([new StreamPackets(0, 50, new NetworkCost(0.04m, 200000, 200000))]);

        var video = Video(MpsPropertiesMapper.ToQueried(media.EnrichWithPackets(packets)));

        var cost = video.NetworkCost;
        Assert.Equal(("0.040", "200.000", "200.000"), (cost.PreloadTime, cost.AvgBitrate, cost.CostBandwidth));
        Assert.Equal(("5", "6"), (video.DolbyVision.Profile, video.DolbyVision.Level));
        Assert.Equal("50", video.NumFrames);
    }

    [Fact]
    public void An_estimated_duration_is_marked_on_the_streams()
    {
        var streams = MpsPropertiesMapper.ToQueried(FfprobeFixture.Describe("raw.aac")).Streams;

        Assert.Equal("true", Assert.Single(streams.AudioStreamList.AudioStream).DurationInaccurate);
    }

    private static byte[] Live(string name) =>
        File.ReadAllBytes(RepositoryRoot.Combine("tests", "MediaInfo.Api.Tests", "Live", "Mps", name));

    private static string Text(Api.Alibaba.Mps.Wire.Properties properties) => JsonSerializer.Serialize(properties, Json);

    private static Api.Alibaba.Mps.Wire.VideoStream Video(Api.Alibaba.Mps.Wire.Properties properties) =>
        Assert.Single(properties.Streams.VideoStreamList.VideoStream);

    private static MediaDescription Describe(ReadOnlySpan<byte> report) =>
        MediaDescriptionBuilder.Build(
            new RuleFacts(FfprobeReport.Parse(report)!, IsEstimate: false, Playlist: null, new HeaderFacts()), objectSize: null);

    private static void AssertStrings(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                Assert.All(members, member => AssertStrings(member.Value!));
                break;
            case JsonArray items:
                Assert.All(items, item => AssertStrings(item!));
                break;
            default:
                Assert.Equal(JsonValueKind.String, node.GetValueKind());
                break;
        }
    }
}

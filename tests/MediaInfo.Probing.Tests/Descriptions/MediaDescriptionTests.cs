using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Probing.Tests.Descriptions;

public sealed class MediaDescriptionTests
{
    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public void Every_description_is_read_back_as_stored(string clip)
    {
        var description = FfprobeFixture.Describe(clip).WithMd5("D41D8CD98F00B204E9800998ECF8427E");

        AssertRoundTrip(description);
    }

    [Fact]
    public void A_description_with_every_property_is_read_back_as_stored()
    {
        var description = Reports.Describe("""
            {
              "index": 0, "codec_type": "video", "codec_name": "hevc", "r_frame_rate": "0/0", "rotation": "x",
              "tags": { "a": "1\n", "B": "\u00e9\ud83d\ude00" }, "disposition": { "default": 1, "forced": 1, "dub": 0 },
              "side_data_list": [
                { "side_data_type": "DOVI configuration record", "dv_profile": 8, "dv_level": 6 },
                { "side_data_type": "Content light level metadata", "max_content": 1000, "max_average": 400 },
                { "side_data_type": "Mastering display metadata", "red_x": "34000/50000", "min_luminance": "1/10000" }
              ]
            }
            """).EnrichWithPackets(new PacketCounts([new StreamPackets(0, 7, new NetworkCost(0.040m, 200000, 200000))]));

        AssertRoundTrip(description);
    }

    [Fact]
    public void Packet_counts_are_read_back_as_stored()
    {
        var counts = new PacketCounts(
            [new StreamPackets(0, 25), new StreamPackets(1, 44, new NetworkCost(2.000m, 16000, 32000))]);

        var stored = JsonSerializer.Serialize(counts, MediaJson.Default.PacketCounts);
        var read = JsonSerializer.Deserialize(stored, MediaJson.Default.PacketCounts);

        Assert.Equal(counts.Streams, read!.Streams);
    }

    [Fact]
    public void Packet_counts_fill_in_only_missing_frame_counts()
    {
        var description = Reports.Describe("""
            { "index": 0, "codec_type": "video", "nb_frames": "100" },
            { "index": 1, "codec_type": "audio" },
            { "index": 2, "codec_type": "audio" }
            """);

        var packets = new PacketCounts([new StreamPackets(0, 90), new StreamPackets(1, 80), new StreamPackets(2, 0)]);
        var enriched = description.EnrichWithPackets(packets);

        Assert.Equal(100, Assert.Single(enriched.VideoStreams).FrameCount);
        Assert.Equal([80, null], enriched.AudioStreams.Select(stream => stream.FrameCount));
    }

    [Theory]
    [InlineData("sample.mp4", MediaKind.Video)]
    [InlineData("sound.mp3", MediaKind.Audio)]
    [InlineData("cover.mp3", MediaKind.Audio)]
    [InlineData("picture.gif", MediaKind.Image)]
    [InlineData("picture.png", MediaKind.Image)]
    [InlineData("playlist.m3u8", MediaKind.Video)]
    public void A_cover_picture_does_not_make_an_audio_file_a_video(string clip, MediaKind kind) =>
        Assert.Equal(kind, FfprobeFixture.Describe(clip).Kind);

    [Fact]
    public void Subtitles_alone_are_text_and_data_alone_is_unknown()
    {
        Assert.Equal(MediaKind.Text, Reports.Describe("""{ "codec_type": "subtitle" }""").Kind);
        Assert.Equal(MediaKind.Unknown, Reports.Describe("""{ "codec_type": "data" }""").Kind);
    }

    [Fact]
    public void The_main_video_is_the_first_that_is_not_a_cover()
    {
        var description = Reports.Describe("""
            { "index": 0, "codec_type": "video", "disposition": { "attached_pic": 1 } },
            { "index": 1, "codec_type": "video", "disposition": { "attached_pic": 0 } }
            """);

        Assert.Equal(1, description.MainVideo?.Index);
        Assert.Equal([0, 1], description.VideoStreams.Select(stream => stream.Index));
    }

    [Fact]
    public void An_MD5_is_kept_in_lower_case() => Assert.Equal(
        "d41d8cd98f00b204e9800998ecf8427e",
        FfprobeFixture.Describe("sound.mp3").WithMd5("D41D8CD98F00B204E9800998ECF8427E").Md5);

    private static void AssertRoundTrip(MediaDescription description)
    {
        var stored = JsonSerializer.Serialize(description, MediaJson.Default.MediaDescription);
        var read = JsonSerializer.Deserialize(stored, MediaJson.Default.MediaDescription);

        Assert.NotNull(read);
        Assert.Equal(stored, JsonSerializer.Serialize(read, MediaJson.Default.MediaDescription));
        Assert.Equivalent(description, read, strict: true);
        Assert.Equal(description.Container, read.Container);
    }
}

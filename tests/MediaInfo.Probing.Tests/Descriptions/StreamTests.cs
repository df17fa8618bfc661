using MediaInfo.Core.Media;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Probing.Tests.Descriptions;

public sealed class StreamTests
{
    [Theory]
    [InlineData("dav1", "av1")]
    [InlineData("dvav", "h264")]
    [InlineData("dva1", "h264")]
    [InlineData("dvh1", "hevc")]
    [InlineData("dvhe", "hevc")]
    [InlineData("encv", null)]
    [InlineData("vvc1", "vvc1")]
    [InlineData("[0][0][0][0]", null)]
    [InlineData("[27][0][0][0]", null)]
    public void A_codec_that_ffprobe_cannot_name_is_named_by_its_tag(string tag, string? name) =>
        Assert.Equal(name, Reports.Video($$"""
            "codec_tag_string": "{{tag}}"
            """).CodecName);

    [Theory]
    [InlineData("iamf", "iamf")]
    [InlineData("mhm1", "mhm1")]
    [InlineData("enca", null)]
    public void An_audio_codec_that_ffprobe_cannot_name_is_named_by_its_tag(string tag, string? name) =>
        Assert.Equal(name, Reports.Audio($$"""
            "codec_name": "unknown", "codec_tag_string": "{{tag}}"
            """).CodecName);

    [Fact]
    public void A_known_codec_keeps_its_name_regardless_of_its_tag() =>
        Assert.Equal("av1", Reports.Video("""
            "codec_name": "av1", "codec_tag_string": "dvh1"
            """).CodecName);

    [Fact]
    public void Control_characters_in_tags_are_dropped() => Assert.Equal(
        "Kanal\t1\nzwei",
        Reports.Audio("\"tags\": { \"title\": \"\\u0005Kanal\\t1\\n\\u007fzwei\\u0000\" }").Title);

    [Fact]
    public void Data_is_not_named_by_its_tag()
    {
        var data = Assert.Single(FfprobeFixture.Describe("chapters.mov").OtherStreams);

        Assert.Equal((2, "data", null, "tmcd"), (data.Index, data.CodecType, data.CodecName, data.CodecTagString));
        Assert.Null(data.CodecTimeBase);
    }

    [Theory]
    [InlineData("44100", "1/44100")]
    [InlineData("48000", "1/48000")]
    [InlineData("0", "1/0")]
    [InlineData("N/A", "1/0")]
    public void The_codec_time_base_of_audio_is_one_sample(string rate, string timeBase) =>
        Assert.Equal(timeBase, Reports.Audio($$"""
            "sample_rate": "{{rate}}"
            """).CodecTimeBase.ToString());

    [Fact]
    public void The_codec_time_base_of_subtitles_is_0_of_1() =>
        Assert.All(
            FfprobeFixture.Describe("subtitles.mkv").SubtitleStreams,
            stream => Assert.Equal("0/1", stream.CodecTimeBase.ToString()));

    [Theory]
    [InlineData("\"nb_frames\": \"5184\", \"tags\": { \"NUMBER_OF_FRAMES\": \"7\" }", 5184L)]
    [InlineData("\"tags\": { \"NUMBER_OF_FRAMES\": \"10040\" }", 10040L)]
    [InlineData("\"tags\": { \"NUMBER_OF_FRAMES-eng\": \"10040\" }", 10040L)]
    [InlineData("\"tags\": { \"NUMBER_OF_FRAMES-eng\": \"1\", \"NUMBER_OF_FRAMES\": \"2\" }", 2L)]
    [InlineData("\"tags\": { \"NUMBER_OF_FRAMES\": \"many\" }", null)]
    [InlineData("\"nb_frames\": \"N/A\"", null)]
    [InlineData("\"duration\": \"403.040000\", \"avg_frame_rate\": \"25/1\"", null)]
    public void The_frame_count_comes_from_the_file_and_is_never_computed(string members, long? frames) =>
        Assert.Equal(frames, Reports.Video(members).FrameCount);

    [Fact]
    public void The_only_video_without_a_bit_rate_gets_what_the_audio_leaves()
    {
        // From a live response of the service: 549.969 kbit/s in total, audio 62.015, video 487.954.
        var video = Videos("""
            { "index": 0, "codec_type": "video" }, { "index": 1, "codec_type": "audio", "bit_rate": "62015" }
            """, "549969")[0];

        Assert.Equal((null, 487954L), (video.BitRate, video.DerivedBitRate));
    }

    [Fact]
    public void Audio_without_a_bit_rate_leaves_everything_to_the_video() => Assert.Equal(888563, Videos("""
        { "index": 0, "codec_type": "video" }, { "index": 1, "codec_type": "audio" }
        """, "888563")[0].DerivedBitRate);

    [Fact]
    public void A_cover_picture_neither_gets_a_derived_bit_rate_nor_prevents_one() => Assert.Equal([null, 900L], Videos("""
        { "index": 0, "codec_type": "video", "disposition": { "attached_pic": 1 } }, { "index": 1, "codec_type": "video" }
        """, "900").Select(video => video.DerivedBitRate));

    [Theory]
    [InlineData("""{ "codec_type": "video", "bit_rate": "5" }""", "900")]
    [InlineData("""{ "codec_type": "video" }, { "codec_type": "video" }""", "900")]
    [InlineData("""{ "codec_type": "video" }, { "codec_type": "video", "bit_rate": "5" }""", "900")]
    [InlineData("""{ "codec_type": "video" }""", "N/A")]
    [InlineData("""{ "codec_type": "video" }, { "codec_type": "audio", "bit_rate": "900" }""", "900")]
    public void No_bit_rate_is_derived_if_it_is_known_or_undeterminable(string streams, string containerRate) =>
        Assert.All(Videos(streams, containerRate), video => Assert.Null(video.DerivedBitRate));

    [Fact]
    public void Audio_without_a_bit_rate_gets_none() =>
        Assert.Null(Assert.Single(FfprobeFixture.Describe("playlist.m3u8").AudioStreams).BitRate);

    [Theory]
    [InlineData("service.ts", "[27][0][0][0]", "0x001b")]
    [InlineData("playlist.m3u8", "[27][0][0][0]", "0x001b")]
    [InlineData("sample.mp4", "avc1", "0x31637661")]
    [InlineData("subtitles.mkv", "[0][0][0][0]", "0x0000")]
    public void Codec_tags_are_reported_as_in_ffprobe(string clip, string text, string number)
    {
        var video = FfprobeFixture.Describe(clip).MainVideo!;

        Assert.Equal((text, number), (video.CodecTagString, video.CodecTag));
    }

    [Fact]
    public void Languages_titles_and_flags_come_from_tags_and_dispositions()
    {
        var stream = Reports.Audio("""
            "tags": { "LANGUAGE": "deu", "title": "Kommentar" }, "disposition": { "default": 0, "comment": 1, "forced": 1 }
            """);

        Assert.Equal(("deu", "Kommentar"), (stream.Language, stream.Title));
        Assert.Equal(["comment", "forced"], stream.Dispositions, StringComparer.Ordinal);
        Assert.Null(Reports.Audio("\"tags\": {}").Language);
    }

    [Fact]
    public void Streams_are_in_file_order_with_their_index_in_the_file()
    {
        var description = FfprobeFixture.Describe("subtitles.mkv");

        Assert.Equal([0], description.VideoStreams.Select(stream => stream.Index));
        Assert.Equal([1], description.AudioStreams.Select(stream => stream.Index));
        Assert.Equal([2, 3], description.SubtitleStreams.Select(stream => stream.Index));
        Assert.Equal(["eng", "chi"], description.SubtitleStreams.Select(stream => stream.Language), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("raw.aac", true)]
    [InlineData("sound.mp3", false)]
    [InlineData("chapters.mov", false)]
    public void An_estimated_duration_is_marked(string clip, bool inaccurate) =>
        Assert.Equal(inaccurate, FfprobeFixture.Describe(clip).DurationInaccurate);

    private static IReadOnlyList<VideoStream> Videos(string streams, string containerRate) =>
        Reports.Describe(streams, $$"""{ "bit_rate": "{{containerRate}}" }""").VideoStreams;
}

using MediaInfo.Core.Media;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Probing.Tests.Descriptions;

public sealed class ContainerTests
{
    [Fact]
    public void A_container_is_described_in_ffprobes_own_units()
    {
        var container = Container("""
            {
              "nb_streams": 2, "nb_programs": 0, "format_name": "mov,mp4,m4a,3gp,3g2,mj2", "format_long_name": "QuickTime / MOV",
              "start_time": "-0.114694", "duration": "446.960000", "size": "4632651", "bit_rate": "82918", "probe_score": 100,
              "tags": { "major_brand": "isom" }
            }
            """);

        Assert.Equal(("mov,mp4,m4a,3gp,3g2,mj2", "QuickTime / MOV"), (container.FormatName, container.FormatLongName));
        Assert.Equal((-0.114694m, 446.960000m), (container.StartTime, container.Duration));
        Assert.Equal("446.960000", container.Duration?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((4632651, 82918), (container.Size, container.BitRate));
        Assert.Equal((2, 0, 100), (container.StreamCount, container.ProgramCount, container.ProbeScore));
        Assert.Equal("isom", container.Tags.Find("major_brand"));
    }

    [Theory]
    [InlineData("hls", "hls,applehttp")]
    [InlineData("hls,applehttp", "hls,applehttp")]
    [InlineData("mpegts", "mpegts")]
    [InlineData("dash", "dash")]
    public void HLS_keeps_its_old_name(string ffprobe, string name) =>
        Assert.Equal(name, Container($$"""{ "format_name": "{{ffprobe}}" }""").FormatName);

    [Fact]
    public void What_ffprobe_does_not_know_is_null()
    {
        var container = Container("""{ "start_time": "N/A", "duration": "0.000000", "size": "0", "bit_rate": "N/A" }""");

        Assert.Equal(new ContainerDescription(), container);
    }

    [Fact]
    public void The_size_from_storage_takes_precedence()
    {
        const string format = """{ "size": "173" }""";

        Assert.Equal(31737, Reports.Describe("", format, size: 31737).Container.Size);
        Assert.Equal(173, Reports.Describe("", format).Container.Size);
    }

    [Theory]
    [InlineData("hls")]
    [InlineData("dash")]
    public void The_bit_rate_of_a_playlist_is_that_of_its_segments(string format)
    {
        // From a live response of the service: 851076 B in 12.379978 s.
        var container = Container(
            $$"""{ "format_name": "{{format}}", "duration": "12.379978", "bit_rate": "36" }""",
            new PlaylistFacts(SegmentBytes: 851076, Bandwidth: 700000));

        Assert.Equal(549969, container.BitRate);
    }

    [Theory]
    [InlineData(null, 700000L, 700000L)]
    [InlineData(0L, 700000L, 700000L)]
    [InlineData(null, null, null)]
    [InlineData(null, 0L, null)]
    public void Without_segment_sizes_a_playlist_has_its_bandwidth_or_no_bit_rate(long? segments, long? bandwidth, long? rate)
    {
        const string format = """{ "format_name": "hls", "duration": "12.379978", "bit_rate": "36" }""";

        Assert.Equal(rate, Container(format, new PlaylistFacts(segments, bandwidth)).BitRate);
    }

    [Fact]
    public void The_bandwidth_may_come_from_the_tags_of_the_leading_variant()
    {
        var description = Reports.Describe("""
            { "index": 0, "codec_type": "audio", "tags": { "variant_bitrate": "1" } },
            { "index": 1, "codec_type": "video", "tags": { "variant_bitrate": "800000" } },
            { "index": 2, "codec_type": "video", "tags": { "variant_bitrate": "2000000" } }
            """, """{ "format_name": "hls", "bit_rate": "36" }""");

        Assert.Equal(800000, description.Container.BitRate);
    }

    [Theory]
    [InlineData("800000", "64000", 864000L)]
    [InlineData("800000", "", 800000L)]
    [InlineData("", "64000", 64000L)]
    [InlineData("", "", null)]
    public void The_bandwidth_of_a_DASH_presentation_is_that_of_one_video_and_one_audio(string video, string audio, long? rate)
    {
        var description = Reports.Describe($$"""
            { "index": 0, "codec_type": "video", "tags": { "variant_bitrate": "{{video}}" } },
            { "index": 1, "codec_type": "video", "tags": { "variant_bitrate": "2000000" } },
            { "index": 2, "codec_type": "audio", "tags": { "variant_bitrate": "{{audio}}" } },
            { "index": 3, "codec_type": "audio", "tags": { "variant_bitrate": "128000" } }
            """, """{ "format_name": "dash", "bit_rate": "784" }""");

        Assert.Equal(rate, description.Container.BitRate);
    }

    [Fact]
    public void The_bit_rate_of_the_playlist_file_itself_is_never_reported() =>
        Assert.Null(FfprobeFixture.Describe("playlist.m3u8").Container.BitRate);

    [Fact]
    public void Chapters_keep_their_times_and_titles()
    {
        var chapters = FfprobeFixture.Describe("chapters.mov").Chapters;

        Assert.Equal(
            [(0L, 0.000000m, 0.500000m, "One"), (1L, 0.500000m, 1.001000m, "Two")],
            chapters.Select(chapter => (chapter.Id!.Value, chapter.StartTime!.Value, chapter.EndTime!.Value, chapter.Title!)));
    }

    [Fact]
    public void Programs_keep_their_names_and_streams()
    {
        var program = Assert.Single(FfprobeFixture.Describe("service.ts").Programs);

        Assert.Equal((1, 1), (program.Id, program.Number));
        Assert.Equal([0, 1], program.Streams);
        Assert.Contains("service_name", program.Tags.Keys, StringComparer.Ordinal);
    }

    private static ContainerDescription Container(string format, PlaylistFacts? playlist = null) =>
        Reports.Describe("", format, playlist).Container;
}

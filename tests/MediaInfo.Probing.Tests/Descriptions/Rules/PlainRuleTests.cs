using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Probing.Tests.Descriptions.Rules;

/// <summary>Rules on reports of files that are too large, or too rare, to keep here.</summary>
public sealed class PlainRuleTests
{
    [Theory]
    [InlineData("dav1", "av1")]
    [InlineData("dvh1", "hevc")]
    [InlineData("vvc1", "vvc1")]
    [InlineData("encv", null)]
    [InlineData("[0][0][0][0]", null)]
    public void A_codec_without_a_name_has_that_of_its_tag(string tag, string? name) =>
        Assert.Equal(name, Reports.Video($"\"codec_tag_string\": \"{tag}\"").CodecName);

    [Theory]
    [InlineData("1000/1", "30/1", "1/1000", "30/1", "30/1")]
    [InlineData("57600/1", "36/5", "1/57600", "36/5", "36/5")]
    [InlineData("90000/1", "30000/1001", "1/90000", "30000/1001", "30000/1001")]
    [InlineData("600/1", "30/1", "1/600", "30/1", "30/1")]
    [InlineData("1000/1", "1000/1", "1/1000", null, null)]
    [InlineData("25/1", "1000/1", "1/1000", "25/1", "25/1")]
    [InlineData("240/1", "240/1", "1/1000", "240/1", "240/1")]
    [InlineData("480/1", "480/1", "1/1000", "480/1", "480/1")]
    [InlineData("60/1", "57492000/968897", "1/11988", "60/1", "57492000/968897")]
    [InlineData("50/1", "25/1", "1/90000", "50/1", "25/1")]
    [InlineData("120/1", "24000/1001", "1/90000", "120/1", "24000/1001")]
    [InlineData("0/0", "0/0", "1/1000", null, null)]
    [InlineData("25/1", "0/0", "1/1000", "25/1", null)]
    public void Of_two_frame_rates_the_plausible_one_counts(
        string every, string average, string timeBase, string? shownEvery, string? shownAverage)
    {
        var video = Reports.Video(
            $"\"r_frame_rate\": \"{every}\", \"avg_frame_rate\": \"{average}\", \"time_base\": \"{timeBase}\"");

        Assert.Equal((Rational.Parse(shownEvery), Rational.Parse(shownAverage)), (video.FrameRate, video.AverageFrameRate));
    }

    [Theory]
    [InlineData("mov,mp4", "99", true)]
    [InlineData("mov,mp4", "100", false)]
    [InlineData("hls,applehttp", "99", false)]
    [InlineData("dash", "99", false)]
    public void A_file_far_too_small_for_its_duration_is_an_estimate(string format, string rate, bool isEstimate) => Assert.Equal(
        isEstimate,
        Reports.Describe(
            """{ "index": 0, "codec_type": "audio" }""",
            $$"""{ "format_name": "{{format}}", "duration": "1000", "bit_rate": "{{rate}}" }""").DurationInaccurate);

    [Theory]
    [InlineData("30001", 30_000)]
    [InlineData("30000", 30_000)]
    [InlineData("20000", 20_000)]
    public void A_stream_has_no_higher_rate_than_its_file(string stated, long shown) => Assert.Equal(
        shown,
        Reports.Describe(
            $$"""{ "index": 0, "codec_type": "audio", "bit_rate": "{{stated}}" }""",
            """{ "format_name": "ogg", "duration": "4", "bit_rate": "30000" }""").AudioStreams[0].BitRate);

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 5)]
    public void A_clock_that_does_not_jump_changes_no_duration(bool hasJumps, int seconds)
    {
        var media = Reports.Describe(
            """{ "index": 0, "codec_type": "audio", "duration": "5" }""",
            """{ "format_name": "mpegts", "duration": "5", "bit_rate": "30000" }""",
            headers: new HeaderFacts { Transport = new TransportFacts(4, hasJumps) });

        Assert.Equal((seconds, hasJumps), (media.Container.Duration, media.DurationInaccurate));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 64)]
    public void A_sequence_of_pictures_has_the_size_of_its_tracks(int tracks, int width)
    {
        var media = Reports.Describe(
            """{ "index": 0, "codec_type": "video", "codec_name": "hevc", "width": 64, "height": 48 }""",
            """{ "format_name": "mov,mp4,m4a,3gp,3g2,mj2", "tags": { "major_brand": "heic" } }""",
            headers: new HeaderFacts
            {
                Movie = new IsoMovie
                {
                    Brand = "heic",
                    Tracks = [.. Enumerable.Repeat(new IsoTrack { Id = 1, Timescale = 1 }, tracks)],
                },
                Picture = new PictureFacts(PictureFormat.Heif) { Width = 100, Height = 80 },
            });

        Assert.Equal(width, media.MainVideo!.Width);
    }

    [Fact]
    public void Fonts_do_not_count_into_the_rate_of_the_video()
    {
        var media = Reports.Describe(
            """
            { "index": 0, "codec_type": "video" },
            { "index": 1, "codec_type": "audio", "bit_rate": "50000" },
            { "index": 2, "codec_type": "attachment", "extradata_size": 100000 }
            """,
            """{ "format_name": "matroska,webm", "duration": "4", "bit_rate": "400000" }""");

        Assert.Equal(150_000, media.MainVideo!.DerivedBitRate);
    }

    [Theory]
    [InlineData("mkvmerge v80", "2024-05-06 07:08:09", true)]
    [InlineData("mkvmerge v79", "2024-05-06 07:08:09", false)]
    [InlineData("mkvmerge v80", "2023-05-06 07:08:09", false)]
    public void Statistics_count_only_if_the_writer_of_the_file_wrote_them(string app, string date, bool count)
    {
        var media = Reports.Describe(
            $$"""
            { "index": 0, "codec_type": "video", "tags": { "BPS-eng": "5000", "NUMBER_OF_FRAMES-eng": "70",
              "DURATION-eng": "01:00:07.250000000",
              "_STATISTICS_WRITING_APP-eng": "{{app}}", "_STATISTICS_WRITING_DATE_UTC-eng": "{{date}}" } }
            """,
            """{ "format_name": "matroska,webm" }""",
            headers: new HeaderFacts
            {
                Matroska = new MatroskaWriter("mkvmerge v80", new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero)),
            });

        Assert.Equal(
            count ? (5000L, 70L, 3607.25m) : ((long?)null, null, null),
            (media.MainVideo!.BitRate, media.MainVideo.FrameCount, media.MainVideo.Duration));
    }

    [Theory]
    [InlineData("webp_anim", "webp_anim", "webp_pipe", "webp")]
    [InlineData("webp_pipe", "webp", "webp_pipe", "webp")]
    [InlineData("gif", "gif", "gif", "gif")]
    public void An_animated_WebP_has_the_names_of_a_still_one(
        string format, string codec, string shownFormat, string shownCodec)
    {
        var media = Reports.Describe(
            $$"""{ "index": 0, "codec_type": "video", "codec_name": "{{codec}}" }""", $$"""{ "format_name": "{{format}}" }""");

        Assert.Equal((shownFormat, shownCodec), (media.Container.FormatName, media.MainVideo!.CodecName));
    }

    [Theory]
    [InlineData("dependent", "dependent", 0, null, 0)]
    [InlineData("thumbnail", "default", 1, 64, 1)]
    [InlineData("original", "original", 0, 64, 1)]
    public void The_items_of_a_picture_are_one_picture(
        string one, string other, int index, int? codedWidth, int dispositions)
    {
        var media = Reports.Describe(
            $$"""
            { "index": 0, "codec_type": "video", "width": 64, "coded_width": 64, "disposition": { "{{one}}": 1 } },
            { "index": 1, "codec_type": "video", "width": 64, "coded_width": 64, "disposition": { "{{other}}": 1 } }
            """,
            """{ "format_name": "mov,mp4,m4a,3gp,3g2,mj2", "nb_streams": 2, "tags": { "major_brand": "heic" } }""",
            headers: new HeaderFacts
            {
                Movie = new IsoMovie { Brand = "heic" },
                Picture = new PictureFacts(PictureFormat.Heif) { Width = 100, Height = 80 },
            });

        var picture = Assert.Single(media.VideoStreams);
        Assert.Equal(
            (index, 100, codedWidth, dispositions, 1),
            (picture.Index, picture.Width, picture.CodedWidth, picture.Dispositions.Count, media.Container.StreamCount));
    }

    [Fact]
    public void Fragments_that_were_not_counted_leave_out_what_is_wrong()
    {
        var media = Reports.Describe(
            """
            { "index": 0, "codec_type": "video", "bit_rate": "1019", "r_frame_rate": "25/1", "avg_frame_rate": "24/1",
              "nb_frames": "4" }
            """,
            """{ "format_name": "mov,mp4,m4a,3gp,3g2,mj2", "duration": "900", "bit_rate": "401000" }""",
            headers: new HeaderFacts
            {
                Movie = new IsoMovie
                {
                    IsFragmented = true,
                    FirstFragment = 1000,
                    Tracks = [new IsoTrack { Id = 1, Timescale = 1 }],
                },
            });

        var video = media.MainVideo!;
        Assert.Equal((null, null, null), (video.BitRate, video.FrameCount, video.AverageFrameRate));
        Assert.Equal(401_000, video.DerivedBitRate);
    }

    [Theory]
    [InlineData(true, 9)]
    [InlineData(false, 5)]
    public void Only_a_manifest_overrides_the_duration_that_ffprobe_has(bool isDash, int seconds)
    {
        var media = Reports.Describe(
            """{ "index": 0, "codec_type": "video", "duration": "5" }""",
            """{ "format_name": "hls", "duration": "5", "bit_rate": "30000" }""");

        var listed = PlaylistRules.All.Apply(media, new PlaylistFacts(null, null) { IsDash = isDash, Duration = 9 });

        Assert.Equal(seconds, listed.Container.Duration);
    }

    [Theory]
    [InlineData(51, 2, "25/1")]
    [InlineData(52, 2, "52/2")]
    public void A_measured_frame_rate_that_is_about_the_stated_one_changes_nothing(int frames, int seconds, string rate)
    {
        var media = Reports.Describe(
            """{ "index": 0, "codec_type": "video", "avg_frame_rate": "25/1" }""",
            """{ "format_name": "mpegts", "duration": "2", "bit_rate": "30000" }""");

        var packets = new StreamPackets(0, frames) { Rate = new Rational(frames, seconds) };
        var measured = media.EnrichWithPackets(new PacketCounts([packets]));

        Assert.Equal(Rational.Parse(rate), measured.MainVideo!.AverageFrameRate);
    }

    [Theory]
    [InlineData(100, 190, 4, true)]
    [InlineData(290, 0, 4, false)]
    [InlineData(75, 140, 3, false)]
    public void Packets_of_a_part_of_a_DASH_presentation_do_not_count(int frames, int sounds, int seconds, bool count)
    {
        var media = Reports.Describe(
            """{ "index": 0, "codec_type": "video" }, { "index": 1, "codec_type": "audio" }""",
            """{ "format_name": "dash", "duration": "4" }""");

        var counted = media.EnrichWithPackets(new PacketCounts(
        [
            new StreamPackets(0, frames) { Start = 0, Span = seconds },
            new StreamPackets(1, sounds) { Start = 0, Span = seconds },
        ]));

        Assert.Equal(count ? frames : null, counted.MainVideo!.FrameCount);
    }

    [Theory]
    [InlineData("25/1", 720L, "36/5")]
    [InlineData("25/1", 2500L, "25/1")]
    public void The_average_frame_rate_is_that_of_the_packets(string stated, long packets, string average)
    {
        var media = Reports.Describe($$"""{ "index": 0, "codec_type": "video", "avg_frame_rate": "{{stated}}" }""");

        var counted = media.EnrichWithPackets(
            new PacketCounts([new StreamPackets(0, packets) { Rate = new Rational(packets, 100).Reduced() }]));

        Assert.Equal(Rational.Parse(average), counted.MainVideo!.AverageFrameRate);
    }
}

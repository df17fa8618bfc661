using MediaInfo.Core.Media;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Probing.Tests.Descriptions;

public sealed class VideoStreamTests
{
    [Theory]
    [InlineData("h264", "25/1", "1/50")]
    [InlineData("h264", "24/1", "1/48")]
    [InlineData("h264", "24000/1001", "1001/48000")]
    [InlineData("h264", "57492000/968897", "968897/114984000")]
    [InlineData("h264", "30/1", "1/60")]
    [InlineData("h264", "10/1", "1/20")]
    [InlineData("h264", "0/0", "0/2")]
    [InlineData("mpeg2video", "25/1", "1/25")]
    [InlineData("hevc", "30000/1001", "1001/30000")]
    [InlineData("vp9", "50/1", "1/50")]
    [InlineData("av1", "24/1", "1/24")]
    [InlineData("mjpeg", "0/0", "0/1")]
    [InlineData("mpeg4", "25/1", "1/25")]
    [InlineData("hevc", "2147483647/2", "2/2147483647")]
    [InlineData("h264", "2147483647/1", "1/4294967294")]
    public void The_codec_time_base_is_one_frame_or_for_H264_one_field(string codec, string averageRate, string timeBase) =>
        Assert.Equal(timeBase, Reports.Video($$"""
            "codec_name": "{{codec}}", "avg_frame_rate": "{{averageRate}}"
            """).CodecTimeBase.ToString());

    [Theory]
    [InlineData("-90", 90)]
    [InlineData("90", 270)]
    [InlineData("-180", 180)]
    [InlineData("180", 180)]
    [InlineData("0", 0)]
    [InlineData("-0.4", 0)]
    [InlineData("-359.6", 0)]
    [InlineData("-44.5", 45)]
    [InlineData("720", 0)]
    [InlineData("nan", null)]
    [InlineData("x", null)]
    public void Rotation_is_clockwise_and_less_than_360(string counterClockwise, int? rotation) =>
        Assert.Equal(rotation, Reports.Video($$"""
            "side_data_list": [ { "side_data_type": "Display Matrix", "rotation": "{{counterClockwise}}" } ]
            """).Rotation);

    [Theory]
    [InlineData("rotated.mp4", 90, 90, 160)]
    [InlineData("rotated-270.mp4", 270, 90, 160)]
    [InlineData("rotated-180.mp4", 180, 160, 90)]
    [InlineData("sample.mp4", null, 320, 180)]
    public void A_rotated_clip_keeps_its_coded_size_and_has_a_display_size(string clip, int? rotation, int width, int height)
    {
        var video = FfprobeFixture.Describe(clip).MainVideo;

        Assert.NotNull(video);
        Assert.Equal(rotation, video.Rotation);
        Assert.Equal((width, height), (video.DisplayWidth, video.DisplayHeight));
        Assert.True(video.Width > video.Height);
    }

    [Theory]
    [InlineData("720", "576", "16:11", 1047, 576)]
    [InlineData("640", "360", "81:256", 203, 360)]
    [InlineData("848", "478", "0:1", 848, 478)]
    [InlineData("0", "0", "1:1", null, null)]
    public void The_display_size_has_square_pixels(string width, string height, string shape, int? shownWidth, int? shownHeight)
    {
        var video = Reports.Video($$"""
            "width": {{width}}, "height": {{height}}, "sample_aspect_ratio": "{{shape}}"
            """);

        Assert.Equal((shownWidth, shownHeight), (video.DisplayWidth, video.DisplayHeight));
    }

    [Fact]
    public void Unknown_aspect_ratios_are_0_to_1()
    {
        var video = Reports.Video("""
            "sample_aspect_ratio": "N/A"
            """);

        Assert.Equal(("0:1", "0:1"), (video.SampleAspectRatio.ToAspectText(), video.DisplayAspectRatio.ToAspectText()));
    }

    [Fact]
    public void Placeholders_for_unknown_values_become_null()
    {
        var video = Reports.Video("""
            "width": 0, "height": 0, "coded_width": 0, "level": -99, "pix_fmt": "unknown", "profile": "unknown",
            "color_range": "N/A", "field_order": "unknown", "r_frame_rate": "0/0", "avg_frame_rate": "0/0",
            "bits_per_raw_sample": "N/A", "bit_rate": "N/A", "nb_frames": "N/A", "duration": "N/A", "start_time": "N/A"
            """);

        Assert.Equivalent(new VideoStream { Index = 0, CodecTimeBase = new Rational(0, 1) }, video, strict: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void B_frames_are_reported_as_a_count(int count) =>
        Assert.Equal(count, Reports.Video($"\"has_b_frames\": {count}").HasBFrames);

    [Fact]
    public void Colour_is_reported_as_in_ffprobe()
    {
        var video = Assert.Single(FfprobeFixture.Describe("hevc.mp4").VideoStreams);

        Assert.Equal(("tv", "bt2020nc"), (video.ColorRange, video.ColorSpace));
        Assert.Equal(("smpte2084", "bt2020"), (video.ColorTransfer, video.ColorPrimaries));
        Assert.Null(video.DolbyVision);
        Assert.Null(video.MasteringDisplay);
        Assert.Null(video.ContentLight);
    }

    [Fact]
    public void High_dynamic_range_is_read_from_side_data()
    {
        var video = Reports.Video("""
            "side_data_list": [
              { "side_data_type": "DOVI configuration record", "dv_version_major": 1, "dv_profile": 8, "dv_level": 6 },
              { "side_data_type": "Content light level metadata", "max_content": 1000, "max_average": 400 },
              { "side_data_type": "Mastering display metadata", "red_x": "34000/50000", "white_point_y": "16450/50000",
                "min_luminance": "1/10000", "max_luminance": "10000000/10000" }
            ]
            """);

        Assert.Equal(new DolbyVision(8, 6), video.DolbyVision);
        Assert.Equal(new ContentLight(1000, 400), video.ContentLight);
        Assert.Equal(new Rational(34000, 50000), video.MasteringDisplay?.RedX);
        Assert.Equal(new Rational(16450, 50000), video.MasteringDisplay?.WhitePointY);
        Assert.Equal(new Rational(1, 10000), video.MasteringDisplay?.MinLuminance);
        Assert.Equal(new Rational(10000000, 10000), video.MasteringDisplay?.MaxLuminance);
    }
}

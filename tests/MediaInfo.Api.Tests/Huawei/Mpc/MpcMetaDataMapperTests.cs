using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaInfo.Api.Huawei.Mpc;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

public sealed class MpcMetaDataMapperTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public void Metadata_of_a_clip(string clip) =>
        GoldenFile.Matches(JsonSerializer.Serialize(MpcMetaDataMapper.Map(FfprobeFixture.Describe(clip)), Json), "Mpc", clip);

    // The sample in the vendor's documentation.
    [Fact]
    public void The_total_bit_rate_is_the_sum_of_the_streams_in_whole_kilobits()
    {
        var metadata = MpcMetaDataMapper.Map(Media(size: 43231240, duration: 60.186m, Video(5613152), Audio(127992)));

        Assert.Equal((5481, 5613152), (metadata.Video[0].Bitrate, metadata.Video[0].BitrateBps));
        Assert.Equal((124, 127992), (metadata.Audio[0].Bitrate, metadata.Audio[0].BitrateBps));
        Assert.Equal((5605, 60.186, 60), (metadata.Bitrate, metadata.DurationMs, metadata.Duration));
    }

    [Theory]
    [InlineData(1023, 0)]
    [InlineData(1024, 1)]
    [InlineData(2047, 1)]
    [InlineData(1001277, 977)]
    [InlineData(5613152, 5481)]
    public void A_kilobit_is_1024_bits_and_fractions_are_truncated(long bits, long kilobits) =>
        Assert.Equal(kilobits, MpcMetaDataMapper.Map(Media(1, 1, Video(bits))).Video[0].Bitrate);

    [Fact]
    public void A_video_stream_without_a_bit_rate_gets_that_of_the_file()
    {
        var metadata = MpcMetaDataMapper.Map(Media(size: 3189068, duration: 25.48m, Video(null), Audio(null)));

        Assert.Equal((1001277L, 977L), (metadata.Video[0].BitrateBps, metadata.Video[0].Bitrate));
        Assert.Equal((0, 0, 977), (metadata.Audio[0].BitrateBps, metadata.Audio[0].Bitrate, metadata.Bitrate));
    }

    [Fact]
    public void Two_video_streams_without_bit_rates_get_none()
    {
        var metadata = MpcMetaDataMapper.Map(Media(size: 3189068, duration: 25.48m, Video(null), Video(null)));

        Assert.All(metadata.Video, video => Assert.Equal((null, null), (video.BitrateBps, video.Bitrate)));
    }

    [Theory]
    [InlineData("hls,applehttp")]
    [InlineData("dash")]
    public void The_bit_rate_of_a_playlist_is_that_of_its_segments(string format)
    {
        var media = Media(size: 173, duration: 4, Video(null));
        media = media with { Container = media.Container with { FormatName = format, BitRate = 165816 } };

        Assert.Equal(165816, MpcMetaDataMapper.Map(media).Video[0].BitrateBps);
    }

    [Theory]
    [InlineData(24000, 1001, 23L)]
    [InlineData(25, 1, 25L)]
    [InlineData(30000, 1001, 29L)]
    [InlineData(60, 1, 60L)]
    [InlineData(120, 1, 120L)]
    [InlineData(1, 2, 0L)]
    [InlineData(0, 0, null)]
    public void A_frame_rate_is_the_average_as_a_whole_number(int numerator, int denominator, long? rate) => Assert.Equal(
        rate, MpcMetaDataMapper.Map(
            Media(1, 1, Video(1) with { AverageFrameRate = new Rational(numerator, denominator) })).Video[0].FrameRate);

    [Theory]
    [InlineData("60.186000", 60.186, 60L)]
    [InlineData("0.999999", 0.999999, 0L)]
    [InlineData("3600.000000", 3600.0, 3600L)]
    [InlineData(null, null, null)]
    public void Duration_ms_is_in_seconds_and_duration_in_whole_seconds(string? text, double? seconds, long? whole)
    {
        decimal? duration = text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var metadata = MpcMetaDataMapper.Map(Media(1, duration, Video(1)));

        Assert.Equal((seconds, whole), (metadata.DurationMs, metadata.Duration));
    }

    [Theory]
    [InlineData("60.186000", "60", "60186")]
    [InlineData("0.999900", "0", "999")]
    [InlineData("4.000000", "4", "4000")]
    public void A_streams_durations_are_strings_of_seconds_and_milliseconds(string text, string seconds, string milliseconds)
    {
        var duration = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var metadata =
            MpcMetaDataMapper.Map(Media(1, 1, Video(1) with { Duration = duration }, Audio(1) with { Duration = duration }));

        Assert.Equal((seconds, milliseconds), (metadata.Video[0].Duration, metadata.Video[0].DurationMs));
        Assert.Equal((seconds, milliseconds), (metadata.Audio[0].Duration, metadata.Audio[0].DurationMs));
    }

    [Theory]
    [InlineData("h263", "H.263")]
    [InlineData("h264", "H.264")]
    [InlineData("hevc", "H.265")]
    [InlineData("vvc", "H.266")]
    [InlineData("vvc1", "H.266")]
    [InlineData("mpeg1video", "MPEG-1")]
    [InlineData("mpeg2video", "MPEG-2")]
    [InlineData("mpeg4", "MPEG-4")]
    [InlineData("av1", "AV1")]
    [InlineData("vp9", "VP9")]
    [InlineData("prores", "ProRes")]
    [InlineData(null, null)]
    public void Video_codecs_use_the_products_names(string? name, string? codec) =>
        Assert.Equal(codec, MpcMetaDataMapper.Map(Media(1, 1, Video(1) with { CodecName = name })).Video[0].Codec);

    [Theory]
    [InlineData("aac", "AAC")]
    [InlineData("mp3", "MP3")]
    [InlineData("eac3", "EAC3")]
    [InlineData("pcm_s16le", "PCM")]
    [InlineData("opus", "OPUS")]
    public void Audio_codecs_are_upper_case(string name, string codec) =>
        Assert.Equal(codec, MpcMetaDataMapper.Map(Media(1, 1, Audio(1) with { CodecName = name })).Audio[0].Codec);

    [Theory]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", "isom", "MP4")]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", null, "MP4")]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", "qt  ", "MOV")]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", "M4A ", "M4A")]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", "3gp4", "3GP")]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", "3g2a", "3G2")]
    [InlineData("matroska,webm", null, "MKV")]
    [InlineData("mpegts", null, "TS")]
    [InlineData("hls,applehttp", null, "HLS")]
    [InlineData("flv", null, "FLV")]
    [InlineData("asf", null, "ASF")]
    [InlineData("png_pipe", null, "PNG")]
    [InlineData(null, null, null)]
    public void Containers_have_short_names(string? name, string? brand, string? format)
    {
        var tags = brand is null ? TextDictionary.Empty : new TextDictionary([new("major_brand", brand)]);
        var media = Media(1, 1) with { Container = new ContainerDescription { FormatName = name, Tags = tags } };

        Assert.Equal(format, MpcMetaDataMapper.Map(media).Format);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(0)]
    [InlineData(null)]
    public void Rotate_is_present_if_the_file_has_a_display_matrix(int? rotation) =>
        Assert.Equal(rotation, MpcMetaDataMapper.Map(Media(1, 1, Video(1) with { Rotation = rotation })).Video[0].Rotate);

    [Fact]
    public void A_digest_is_present_only_if_known()
    {
        var media = Media(1, 1);

        Assert.Null(MpcMetaDataMapper.Map(media).Md5);
        Assert.Equal(
            "0123456789abcdef0123456789abcdef", MpcMetaDataMapper.Map(media.WithMd5("0123456789ABCDEF0123456789ABCDEF")).Md5);
    }

    [Fact]
    public void A_cover_is_not_a_video_stream_and_empty_lists_are_present()
    {
        var metadata = MpcMetaDataMapper.Map(Media(1, 1, Video(1) with { IsAttachedPicture = true }));

        Assert.Empty(metadata.Video);
        Assert.Empty(metadata.Audio);
        Assert.Null(metadata.Bitrate);
    }

    private static VideoStream Video(long? rate) => new() { Index = 0, CodecName = "h264", BitRate = rate };

    private static AudioStream Audio(long? rate) => new() { Index = 1, CodecName = "aac", BitRate = rate };

    private static MediaDescription Media(long size, decimal? duration, params MediaStream[] streams) => new()
    {
        Container = new ContainerDescription { FormatName = "mov,mp4,m4a,3gp,3g2,mj2", Size = size, Duration = duration },
        VideoStreams = [.. streams.OfType<VideoStream>()],
        AudioStreams = [.. streams.OfType<AudioStream>()],
    };
}

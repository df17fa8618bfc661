using System.Text;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Descriptions.Rules;

/// <summary>
/// Each rule on a real clip that the real ffprobe reads: its value beside ffprobe's, and a neighbour that stays.
/// </summary>
public sealed class RuleTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    /// <summary>Clip, rule, member, ffprobe's value, ours.</summary>
    public static TheoryData<string, string, string, string?, string?> HeaderCorrections => new()
    {
        { "hls/index.m3u8", "OldHlsName", "container.formatName", "hls", "hls,applehttp" },
        { "hls/index.m3u8", "SegmentBitRate", "container.bitRate", "346", "165816" },
        { "service.ts", "RestOfBitRate", "videoStreams[0].derivedBitRate", null, "147847" },
        { "encrypted.mp4", "EncryptedTracks", "container.encryption", null, "cenc" },
        { "rules/locked.webm", "EncryptedStreams", "container.encryption", null, "AES-CTR" },
        { "rules/locked.webm", "EncryptedStreams", "videoStreams[0].encryption", null, "AES-CTR" },
        { "rules/scrambled.ts", "EncryptedStreams", "videoStreams[0].encryption", null, "encrypted" },
        { "rules/scrambled.ts", "EncryptedStreams", "audioStreams[0].encryption", null, "encrypted" },
        { "rules/protected.wmv", "EncryptedStreams", "container.encryption", null, "WMDRM" },
        { "rules/protected.wmv", "EncryptedStreams", "audioStreams[0].encryption", null, "WMDRM" },
        { "rules/sample.ts", "SampleEncryption", "container.encryption", null, "SAMPLE-AES" },
        { "rules/sample.ts", "SampleEncryption", "audioStreams[0].encryption", null, "SAMPLE-AES" },
        { "rules/unreadable.mp4", "UnreadableStream", "audioStreams[0].profile", null, "xHE-AAC" },
        { "rules/unreadable.mp4", "UnreadableStream", "audioStreams[0].unreadable", null, "true" },
        { "rules/grid.heic", "RefusedPicture", "videoStreams[0].codecName", null, "hevc" },
        { "rules/grid.heic", "ShownPicture", "videoStreams[0].width", null, "100" },
        { "rules/grid.heic", "ShownPicture", "videoStreams[0].height", null, "120" },
        { "rules/animated.webp", "ShownPicture", "videoStreams[0].width", null, "64" },
        { "rules/animated.webp", "ShownPicture", "videoStreams[0].frameCount", null, "3" },
        { "rules/animated.webp", "ShownPicture", "container.duration", null, "1" },
        { "rules/animated.png", "ShownPicture", "container.duration", null, "0.6" },
        { "rules/undecoded.exr", "ShownPicture", "videoStreams[0].width", null, "64" },
        { "rules/undecoded.exr", "ShownPicture", "videoStreams[0].height", null, "48" },
        { "rules/motion.heic", "MotionPicture", "videoStreams[0].codecName", "h264", "hevc" },
        { "rules/motion.heic", "MotionPicture", "videoStreams[0].height", "90", "64" },
        { "rules/turned.jpg", "ShownPicture", "videoStreams[0].height", "48", "64" },
        { "rules/turned.png", "ShownPicture", "videoStreams[0].height", "48", "64" },
        { "rules/turned.webp", "ShownPicture", "videoStreams[0].height", "48", "64" },
        { "rules/turned.tiff", "ShownPicture", "videoStreams[0].height", "48", "64" },
        { "rules/upright.jpg", "StillPicture", "videoStreams[0].frameRate", "25/1", null },
        { "rules/motion.jpg", "StillPicture", "container.duration", "0.040000", null },
        { "rules/picture.avif", "StillPicture", "videoStreams[0].frameRate", "1/1", null },
        { "rules/one-header.aac", "RefusedAdif", "audioStreams[0].sampleRate", null, "44100" },
        { "rules/one-header.aac", "RefusedAdif", "durationInaccurate", "false", "true" },
        { "rules/quiet.aac", "EstimatedDuration", "durationInaccurate", "false", "true" },
        { "rules/two-links.ogg", "ChainedOgg", "container.duration", "3.000000", "5" },
        { "rules/same-link-thrice.opus", "ChainedOgg", "container.duration", "2.006500", "6" },
        { "rules/jump.ts", "JumpingClock", "durationInaccurate", "false", "true" },
        { "rules/statistics.mkv", "MatroskaStatistics", "videoStreams[0].duration", null, "1.000000" },
        { "rules/statistics.mkv", "MatroskaStatistics", "audioStreams[0].bitRate", null, "18390" },
        { "rules/statistics.mkv", "MatroskaStatistics", "videoStreams[0].frameCount", null, "25" },
        { "rules/partly-indexed.mp4", "PartlyIndexed", "videoStreams[0].bitRate", "1969", "8052" },
        { "rules/partly-indexed.mp4", "PartlyIndexed", "audioStreams[0].bitRate", "3126", "17447" },
        { "rules/partly-indexed.mp4", "PartlyIndexed", "videoStreams[0].averageFrameRate", "160000/6537", "25/1" },
        { "rules/partly-fragmented.mp4", "PartlyIndexed", "videoStreams[0].frameCount", "25", "75" },
        { "rules/milliseconds.flv", "PlausibleFrameRate", "videoStreams[0].frameRate", "1000/1", "30/1" },
        { "cover.mp3", "PlausibleFrameRate", "videoStreams[0].frameRate", "90000/1", null },
        { "rules/variable.mp4", "PlausibleFrameRate", "videoStreams[0].frameRate", "57600/1", "3456000/116743" },
        { "rules/one-link.ogg", "NominalBitRate", "audioStreams[0].bitRate", "48000", "28176" },
    };

    /// <summary>Clip, rule, member, ffprobe's value, ours.</summary>
    public static TheoryData<string, string, string, string?, string?> PacketCorrections => new()
    {
        { "rules/pipe.webm", "CountedDuration", "container.duration", null, "2.021" },
        { "rules/pipe.webm", "CountedDuration", "videoStreams[0].duration", null, "2" },
        { "rules/pipe.webm", "CountedFrames", "videoStreams[0].frameCount", null, "50" },
        { "rules/pipe.webm", "MeasuredBitRate", "videoStreams[0].bitRate", null, "16936" },
        { "rules/quiet.aac", "MeasuredDuration", "container.duration", "29.325576", "6.037333" },
        { "rules/quiet.aac", "MeasuredBitRate", "audioStreams[0].bitRate", "4125", "20036" },
        { "rules/jump.ts", "MeasuredDuration", "container.duration", "20001.962666", "4.053333" },
    };

    /// <summary>A clip like those above, and a rule that must leave it alone.</summary>
    public static TheoryData<string, string> Neighbours => new()
    {
        { "service.ts", "OldHlsName" },
        { "service.ts", "SegmentBitRate" },
        { "service.ts", "JumpingClock" },
        { "service.ts", "MeasuredDuration" },
        { "service.ts", "PlausibleFrameRate" },
        { "sample.mp4", "RestOfBitRate" },
        { "sample.mp4", "EncryptedTracks" },
        { "sample.mp4", "UnreadableStream" },
        { "service.ts", "EncryptedStreams" },
        { "service.ts", "SampleEncryption" },
        { "rules/pipe.webm", "EncryptedStreams" },
        { "rules/clear.wmv", "EncryptedStreams" },
        { "rules/picture.avif", "MotionPicture" },
        { "rotated.mp4", "MotionPicture" },
        { "sample.mp4", "MeasuredBitRate" },
        { "sample.mp4", "MeasuredFrameRate" },
        { "sample.mp4", "CountedFrames" },
        { "sample.mp4", "CountedDuration" },
        { "rules/picture.avif", "RefusedPicture" },
        { "rules/picture.avif", "ShownPicture" },
        { "rules/still.webp", "ShownPicture" },
        { "rules/upright.jpg", "ShownPicture" },
        { "rules/loop.gif", "ShownPicture" },
        { "rules/loop.gif", "StillPicture" },
        { "rules/animated.webp", "StillPicture" },
        { "rules/animated.png", "StillPicture" },
        { "rules/upright.jpg", "CountedDuration" },
        { "rules/upright.jpg", "CountedFrames" },
        { "rules/quiet.aac", "RefusedAdif" },
        { "sound.mp3", "EstimatedDuration" },
        { "sound.mp3", "MeasuredDuration" },
        { "rules/one-link.ogg", "ChainedOgg" },
        { "rules/fragmented.mp4", "PartlyIndexed" },
        { "rules/high-speed.mp4", "PlausibleFrameRate" },
        { "rules/jump.ts", "ImplausibleSize" },
        { "rules/pipe.webm", "NominalBitRate" },
        { "sample.mp4", "CodecNameOfTag" },
        { "rules/animated.webp", "OldWebPName" },
        { "rules/picture.avif", "TiledPicture" },
    };

    [Theory]
    [MemberData(nameof(HeaderCorrections))]
    public async Task A_correction_stands_beside_ffprobes_value(
        string clip, string rule, string member, string? ffprobe, string? value)
    {
        var media = await DescribeAsync(clip);

        Assert.Contains(new Correction(member, ffprobe, value, rule), media.Corrections ?? []);
    }

    [Theory]
    [MemberData(nameof(PacketCorrections))]
    public async Task A_correction_by_packets_stands_beside_ffprobes_value(
        string clip, string rule, string member, string? ffprobe, string? value)
    {
        var media = await CountAsync(clip);

        Assert.Contains(new Correction(member, ffprobe, value, rule), media.Corrections ?? []);
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public async Task A_neighbour_stays_as_ffprobe_describes_it(string clip, string rule) =>
        Assert.DoesNotContain(rule, (await CountAsync(clip)).Corrections?.Select(correction => correction.Rule) ?? []);

    [Fact]
    public async Task A_scrambled_stream_lasts_as_long_as_its_clock()
    {
        var media = await DescribeAsync("rules/scrambled.ts");

        Assert.InRange(media.Container.Duration!.Value, 0.8m, 1.2m);
        Assert.Equal((true, true), (media.DurationInaccurate, media.Container.Encrypted));
    }

    [Fact]
    public async Task What_the_packets_tell_is_no_estimate()
    {
        var media = await CountAsync("rules/quiet.aac");

        Assert.False(media.DurationInaccurate);
        Assert.Equal(6.037333m, media.AudioStreams[0].Duration);
    }

    [Fact]
    public async Task A_jump_of_the_clock_is_no_time()
    {
        var media = await DescribeAsync("rules/jump.ts");

        Assert.InRange(media.Container.Duration!.Value, 3.5m, 4.5m);
        Assert.InRange(media.AudioStreams[0].Duration!.Value, 3.5m, 4.5m);
    }

    [Fact]
    public async Task Statistics_of_another_program_do_not_count()
    {
        var media = await DescribeAsync("rules/stale-statistics.mkv");

        Assert.Contains("BPS", media.VideoStreams[0].Tags.Keys, StringComparer.Ordinal);
        Assert.Null(media.VideoStreams[0].BitRate);
        Assert.Null(media.VideoStreams[0].FrameCount);
        Assert.InRange(media.VideoStreams[0].Duration!.Value, 0.4m, 0.45m);
    }

    [Fact]
    public async Task The_other_streams_of_an_unreadable_file_are_complete()
    {
        var media = await CountAsync("rules/unreadable.mp4");

        var (video, audio) = (media.MainVideo!, media.AudioStreams[0]);
        Assert.Equal(("h264", "yuv420p", 25), (video.CodecName, video.PixelFormat, video.FrameCount));
        Assert.Equal(("aac", 48000, 2), (audio.CodecName, audio.SampleRate, audio.Channels));
    }

    [Theory]
    [InlineData("frma", "frmX", "h264", "cenc")]
    [InlineData("sinf", "free", "h264", "encrypted")]
    [InlineData("tenc", "tenX", "h264", "cenc")]
    [InlineData("cenc", "cbcs", "h264", "cbcs")]
    [InlineData("encv", "drmi", "h264", "cenc")]
    public async Task An_encrypted_file_is_described_as_far_as_its_headers_tell(
        string box, string other, string codec, string scheme)
    {
        var store = FfprobeRig.Clips();
        var source = new ObjectRef(FfprobeRig.Bucket, "other.mp4");
        var content = Encoding.Latin1.GetString(await ContentAsync("encrypted.mp4"));
        store.Put(source, Encoding.Latin1.GetBytes(content.Replace(box, other, StringComparison.Ordinal)));

        var media = (await rig.DescribeAsync(store, source)).Description!;

        Assert.Equal((scheme, true), (media.Container.Encryption, media.Container.Encrypted));
        Assert.Equal((codec, 320, 180), (media.MainVideo!.CodecName, media.MainVideo.Width, media.MainVideo.Height));
        Assert.All(media.Streams, stream => Assert.Equal(scheme, stream.Encryption));
    }

    [Fact]
    public void Every_rule_has_a_clip_or_a_test_of_its_own()
    {
        // These need what no small clip shows, or another ffprobe; see PlainRuleTests and OtherFfprobeTests.
        string[] plain = ["CodecNameOfTag", "ImplausibleSize", "MeasuredFrameRate", "OldWebPName", "TiledPicture"];
        var shown = HeaderCorrections.Concat(PacketCorrections).Select(row => (string)row[1]!);

        Assert.Equal(
            HeaderRules.All.Names.Concat(PacketRules.All.Names).Order(StringComparer.Ordinal),
            shown.Concat(plain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            HeaderRules.All.Names.Concat(PacketRules.All.Names).Order(StringComparer.Ordinal),
            Neighbours.Select(row => (string)row[1]!).Append("MatroskaStatistics").Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));
    }

    private static Task<byte[]> ContentAsync(string clip) =>
        File.ReadAllBytesAsync(RepositoryRoot.Combine("tests", "media", clip));

    private async Task<MediaDescription> DescribeAsync(string clip)
    {
        var result = await rig.DescribeAsync(FfprobeRig.Clips(), clip);
        Assert.Null(result.Failure);
        return result.Description!;
    }

    private async Task<MediaDescription> CountAsync(string clip)
    {
        var (counts, outcome) = await rig.CountAsync(FfprobeRig.Clips(), clip);
        Assert.Null(outcome.Failure);
        return (await DescribeAsync(clip)).EnrichWithPackets(counts!);
    }
}

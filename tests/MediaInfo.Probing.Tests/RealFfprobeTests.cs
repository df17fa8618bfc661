using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests;

/// <summary>The clips of tests/media, read by ffprobe itself.</summary>
[Trait("Platform", "Linux")]
public sealed class RealFfprobeTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private readonly ProxyStore _store = FfprobeRig.Clips();

    [Theory]
    [InlineData("sample.mp4", "mov,mp4,m4a,3gp,3g2,mj2", "4.000000", "h264 320x180", "aac 48000 deu", "")]
    [InlineData("subtitles.mkv", "matroska,webm", "3.026000", "h264 320x180", "aac 44100 jpn", "subrip eng|ass chi")]
    [InlineData("service.ts", "mpegts", "3.021333", "h264 320x180", "aac 48000 fra", "")]
    [InlineData("sound.mp3", "mp3", "5.041633", "", "mp3 44100 ", "")]
    [InlineData("cover.mp3", "mp3", "2.037551", "mjpeg 64x64", "mp3 44100 ", "")]
    [InlineData("rotated.mp4", "mov,mp4,m4a,3gp,3g2,mj2", "1.000000", "h264 160x90", "", "")]
    [InlineData("encrypted.mp4", "mov,mp4,m4a,3gp,3g2,mj2", "1.080000", "h264 320x180", "aac 48000 und", "")]
    [InlineData("hls/index.m3u8", "hls,applehttp", "4.000000", "h264 320x180", "aac 48000 ", "")]
    public async Task A_clip_is_described(
        string clip, string format, string duration, string video, string audio, string subtitles)
    {
        var result = await rig.DescribeAsync(_store, clip);

        var media = Succeeded(result);
        Assert.Equal(
            (format, duration, video, audio, subtitles),
            (media.Container.FormatName,
                media.Container.Duration?.ToString("F6", System.Globalization.CultureInfo.InvariantCulture),
                Join(media.VideoStreams.Select(stream => $"{stream.CodecName} {stream.Width}x{stream.Height}")),
                Join(media.AudioStreams.Select(stream => $"{stream.CodecName} {stream.SampleRate} {stream.Language}")),
                Join(media.SubtitleStreams.Select(stream => $"{stream.CodecName} {stream.Language}"))));
    }

    [Fact]
    public async Task The_reported_usage_matches_the_requests_to_storage()
    {
        var usage = (await rig.DescribeAsync(_store, "sample.mp4")).Usage;

        Assert.Equal(_store.Requests.Count, usage.Requests);
        Assert.InRange(usage.Bytes, 1, _store.Requests.Sum(request => request.Count));
        Assert.All(_store.Requests, request => Assert.Equal("sample.mp4", request.Source.Key));
    }

    [Fact]
    public async Task The_bit_rate_of_an_HLS_presentation_comes_from_its_segments()
    {
        var media = Succeeded(await rig.DescribeAsync(_store, "hls/index.m3u8"));

        var bytes = SizeOf("hls/segment0.ts") + SizeOf("hls/segment1.ts");
        Assert.Equal(bytes * 8 / 4, media.Container.BitRate);
        Assert.Superset(
            new HashSet<string> { "hls/index.m3u8", "hls/segment0.ts" },
            _store.Requests.Select(request => request.Source.Key).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a b+c&d=e?f#g%h.mp4")]
    [InlineData("../up/./and//over.mp4")]
    [InlineData("-i")]
    [InlineData("视频/测试 🎬.mp4")]
    [InlineData("without extension")]
    [InlineData("wrong extension.mp3")]
    [InlineData("quote's \"and\" $(such) `things`;.mp4")]
    [InlineData("http://169.254.169.254/key.mp4")]
    [InlineData("file:/etc/passwd")]
    public async Task An_object_with_any_key_is_described(string key)
    {
        _store.Put(new ObjectRef(FfprobeRig.Bucket, key), Clip("sample.mp4"));

        var media = Succeeded(await rig.DescribeAsync(_store, key));

        Assert.Equal(("h264", 68232L), (media.MainVideo!.CodecName, media.Container.Size));
        Assert.Equal([key], _store.Requests.Select(request => request.Source.Key).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("my dog.png")]
    [InlineData("old ddocuments/1 2d/series%03d.png")]
    public async Task A_picture_whose_encoded_key_looks_like_numbered_files_is_described(string key)
    {
        _store.Put(new ObjectRef(FfprobeRig.Bucket, key), Hostile.HostileWorld.Shared.Samples["all-files.png"].Content);

        Assert.Equal("png", Succeeded(await rig.DescribeAsync(_store, key)).MainVideo!.CodecName);
        Assert.Equal([key], _store.Requests.Select(request => request.Source.Key).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("image/jpeg")]
    [InlineData("application/vnd.apple.mpegurl")]
    public async Task A_wrong_stored_type_changes_nothing(string type)
    {
        _store.ContentType = type;

        Assert.Equal("mov,mp4,m4a,3gp,3g2,mj2", Succeeded(await rig.DescribeAsync(_store, "sample.mp4")).Container.FormatName);
    }

    [Theory]
    [InlineData("sample.mp4", 100, 189)]
    [InlineData("subtitles.mkv", 72, 131)]
    [InlineData("service.ts", 75, 142)]
    public async Task Packets_are_counted_by_stream(string clip, long video, long audio)
    {
        var (counts, outcome) = await rig.CountAsync(_store, clip);

        Assert.Null(outcome.Failure);
        Assert.Equal((video, audio), (counts!.CountOf(0), counts.CountOf(1)));
        Assert.InRange(outcome.Usage.Bytes, SizeOf(clip), long.MaxValue);
    }

    [Fact]
    public async Task A_DASH_presentation_has_its_manifests_size_and_its_segments_bit_rate()
    {
        const string manifest = """
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT4S" minBufferTime="PT2S"
              profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/mp4">
              <Representation id="1" bandwidth="80000" codecs="avc1.640015"><BaseURL>sample.mp4</BaseURL></Representation>
            </AdaptationSet></Period></MPD>
            """;
        _store.Put(new ObjectRef(FfprobeRig.Bucket, "a.mpd"), System.Text.Encoding.UTF8.GetBytes(manifest));

        var container = Succeeded(await rig.DescribeAsync(_store, "a.mpd")).Container;

        // 68232 bytes in 4 s.
        Assert.Equal(
            ("dash", 4m, (long)manifest.Length, 136_464L),
            (container.FormatName, container.Duration, container.Size, container.BitRate));
    }

    [Fact]
    public async Task A_master_playlist_has_the_bandwidth_of_its_leading_variant()
    {
        _store.Put(new ObjectRef(FfprobeRig.Bucket, "master.m3u8"), System.Text.Encoding.UTF8.GetBytes("""
            #EXTM3U
            #EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=320x180
            hls/index.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=320x180
            hls/index.m3u8?2

            """));

        var container = Succeeded(await rig.DescribeAsync(_store, "master.m3u8")).Container;

        Assert.Equal(("hls,applehttp", 4m, 200_000L), (container.FormatName, container.Duration, container.BitRate));
    }

    [Fact]
    public async Task A_cover_has_packets_but_no_network_cost()
    {
        var (counts, _) = await rig.CountAsync(_store, "cover.mp3");

        Assert.Equal(1, counts!.CountOf(1));
        Assert.All(counts.Streams, stream => Assert.Null(stream.NetworkCost));
    }

    // Expected values: the same definition in exact fractions, over the packets that ffprobe prints.
    [Fact]
    public async Task Video_has_a_network_cost_and_audio_has_none()
    {
        var (counts, _) = await rig.CountAsync(_store, "sample.mp4");

        Assert.Equal(new NetworkCost(0.287m, 79_628, 94_432), counts!.CostOf(0));
        Assert.Null(counts.CostOf(1));
    }

    [Theory]
    [InlineData("sample.mp4", false)]
    [InlineData("subtitles.mkv", false)]
    [InlineData("service.ts", false)]
    [InlineData("rules/milliseconds.flv", true)]
    [InlineData("rules/variable.mp4", true)]
    [InlineData("rules/turned.png", null)]
    public async Task Packets_tell_whether_the_frame_rate_varies(string clip, bool? varies)
    {
        var described = Succeeded(await rig.DescribeAsync(_store, clip));
        var (counts, _) = await rig.CountAsync(_store, clip);

        Assert.Null(described.MainVideo!.VariableFrameRate);
        Assert.Equal(varies, described.EnrichWithPackets(counts!).MainVideo!.VariableFrameRate);
    }

    private static string Join(IEnumerable<string> streams) => string.Join('|', streams);

    private static byte[] Clip(string name) => File.ReadAllBytes(TestSupport.RepositoryRoot.Combine("tests", "media", name));

    private static long SizeOf(string name) => Clip(name).Length;

    private static MediaDescription Succeeded(ProbeResult result)
    {
        Assert.Null(result.Failure);
        return result.Description!;
    }
}

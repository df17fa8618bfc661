using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>Encrypted HLS whose key this service cannot have: described as far as the headers tell.</summary>
public sealed class LockedPresentationTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private readonly ProxyStore _store = new();

    [Theory]
    [InlineData("missing.bin")]
    [InlineData("https://keys.example/key?id=1")]
    [InlineData("http://other-bucket.objects.invalid/key.bin")]
    [InlineData("skd://key")]
    [InlineData("short.bin")]
    public async Task AES_128_without_its_key_has_what_the_playlist_says(string key)
    {
        Put("dir/short.bin", Clips.Key[..8]);
        PutSegments();
        Put("dir/index.m3u8", Media($"#EXT-X-KEY:METHOD=AES-128,URI=\"{key}\""));

        var container = (await DescribeAsync()).Container;

        Assert.Equal(
            ("hls,applehttp", 2m, "AES-128", true, null),
            (container.FormatName, container.Duration, container.Encryption, container.Encrypted, container.Live));
        Assert.Equal(EncryptedBytes * 8 / 2, container.BitRate);
    }

    [Fact]
    public async Task A_master_playlist_tells_the_streams_of_what_cannot_be_read()
    {
        PutSegments();
        Put("dir/v.m3u8", Media("#EXT-X-KEY:METHOD=AES-128,URI=\"missing.bin\""));
        Put(
            "dir/index.m3u8",
            "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=300000,CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=1280x720\nv.m3u8\n");

        var media = await DescribeAsync();

        Assert.Equal(
            ("h264", 1280, 720, "aac", 300_000L, 2m, "AES-128"),
            (media.MainVideo!.CodecName, media.MainVideo.Width, media.MainVideo.Height, media.AudioStreams[0].CodecName,
                media.Container.BitRate, media.Container.Duration, media.Container.Encryption));
    }

    [Theory]
    [InlineData("SAMPLE-AES", "skd://key")]
    [InlineData("SAMPLE-AES", "missing.bin")]
    [InlineData("SAMPLE-AES-CTR", "data:text/plain;base64,AAAA")]
    public async Task Sample_encryption_leaves_the_headers_readable(string method, string key)
    {
        Put("dir/0.ts", Clips.Second(0));
        Put("dir/1.ts", Clips.Second(1));
        Put("dir/index.m3u8", Media($"#EXT-X-KEY:METHOD={method},URI=\"{key}\",KEYFORMAT=\"com.apple.streamingkeydelivery\""));

        var media = await DescribeAsync();

        Assert.Equal(
            (method, "h264", "aac", 2m),
            (media.Container.Encryption, media.MainVideo?.CodecName, media.AudioStreams[0].CodecName,
                decimal.Round(media.Container.Duration!.Value)));
    }

    [Fact]
    public async Task A_playlist_without_a_key_is_not_called_encrypted()
    {
        Put("dir/0.ts", Clips.Second(0));
        Put("dir/1.ts", Clips.Second(1));
        Put("dir/index.m3u8", Media("#EXT-X-KEY:METHOD=NONE"));

        var container = (await DescribeAsync()).Container;

        Assert.Equal(((string?)null, (bool?)null), (container.Encryption, container.Encrypted));
    }

    private static long EncryptedBytes =>
        Clips.Encrypted(Clips.Second(0), Clips.Vector(0)).Length + Clips.Encrypted(Clips.Second(1), Clips.Vector(1)).Length;

    private static string Media(string key) =>
        $"#EXTM3U\n#EXT-X-TARGETDURATION:1\n{key}\n#EXTINF:1,\n0.ts\n#EXTINF:1,\n1.ts\n#EXT-X-ENDLIST\n";

    private async Task<MediaDescription> DescribeAsync()
    {
        var result = await rig.DescribeAsync(_store, "dir/index.m3u8");
        Assert.Null(result.Failure);
        return result.Description!;
    }

    private void PutSegments()
    {
        Put("dir/0.ts", Clips.Encrypted(Clips.Second(0), Clips.Vector(0)));
        Put("dir/1.ts", Clips.Encrypted(Clips.Second(1), Clips.Vector(1)));
    }

    private void Put(string key, string text) => Put(key, System.Text.Encoding.UTF8.GetBytes(text));

    private void Put(string key, byte[] content) => _store.Put(new ObjectRef(FfprobeRig.Bucket, key), content);
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>Playlists that point to what their owner may not read.</summary>
[Trait("Platform", "Linux")]
public sealed class HostilePlaylistTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private const string Key = "list/index.m3u8";

    private readonly ProxyStore _store = FfprobeRig.Clips();

    [Theory]
    [InlineData("http://other-bucket.objects.invalid/segment.ts")]
    [InlineData("http://other-bucket.oss-cn-hangzhou.aliyuncs.com/segment.ts")]
    [InlineData("http://169.254.169.254/latest/meta-data/segment.ts")]
    [InlineData("http://example.com/segment.ts")]
    [InlineData("https://example-bucket.objects.invalid/hls/segment0.ts")]
    [InlineData("file:///etc/hostname")]
    [InlineData("/../../etc/hostname.ts")]
    [InlineData("concat:http://other-bucket.objects.invalid/a.ts")]
    [InlineData("data:video/mp2t;base64,R0AAEAAA")]
    [InlineData("ftp://example.com/segment.ts")]
    [InlineData("tcp://127.0.0.1:80/segment.ts")]
    public async Task A_segment_elsewhere_is_not_read_and_the_job_fails_with_a_message(string uri)
    {
        _store.Put(new ObjectRef("other-bucket", "segment.ts"), Segment());
        PutPlaylist(uri);

        var result = await rig.DescribeAsync(_store, Key);

        Assert.Equal(FailureReason.NotMedia, result.Failure?.Reason);
        Assert.Null(result.Description);
        Assert.All(_store.Requests, request => Assert.Equal(FfprobeRig.Bucket, request.Source.Bucket));
        Assert.DoesNotContain("hostname", result.Failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_on_this_machine_is_not_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        PutPlaylist($"http://127.0.0.1:{port}/segment.ts", $"http://localhost:{port}/segment.ts", $"tcp://127.0.0.1:{port}");

        var result = await rig.DescribeAsync(_store, Key);

        Assert.Equal(FailureReason.NotMedia, result.Failure?.Reason);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_decryption_key_elsewhere_is_not_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Put(Key, $"""
            #EXTM3U
            #EXT-X-TARGETDURATION:2
            #EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1:{port}/key"
            #EXTINF:2.0,
            ../hls/segment0.ts
            #EXT-X-ENDLIST
            """);

        var result = await rig.DescribeAsync(_store, Key);

        Assert.Equal(("AES-128", 0), (result.Description?.Container.Encryption, result.Description?.VideoStreams.Count));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_playlist_with_a_good_and_a_bad_segment_is_described_without_a_bit_rate()
    {
        PutPlaylist("../hls/segment0.ts", "http://other-bucket.objects.invalid/segment.ts");

        var result = await rig.DescribeAsync(_store, Key);

        Assert.Null(result.Failure);
        Assert.Equal("h264", result.Description!.MainVideo!.CodecName);
        Assert.Null(result.Description.Container.BitRate);
        Assert.All(_store.Requests, request => Assert.Equal(FfprobeRig.Bucket, request.Source.Bucket));
    }

    [Fact]
    public async Task A_vendor_URL_of_the_jobs_own_bucket_is_read()
    {
        PutPlaylist("http://example-bucket.oss-cn-hangzhou.aliyuncs.com/hls/segment0.ts");

        var result = await rig.DescribeAsync(_store, Key);

        Assert.Null(result.Failure);
        Assert.Equal("h264", result.Description!.MainVideo!.CodecName);
    }

    [Fact]
    public async Task A_playlist_that_contains_itself_ends()
    {
        PutPlaylist("index.m3u8");

        var result =
            await rig.DescribeAsync(_store, Key, new ProbeOptions { TimeLimit = TimeSpan.FromSeconds(30), MaxRequests = 200 });

        Assert.NotNull(result.Failure);
    }

    private static byte[] Segment() =>
        File.ReadAllBytes(TestSupport.RepositoryRoot.Combine("tests", "media", "hls", "segment0.ts"));

    private void PutPlaylist(params string[] segments) => Put(
        Key,
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n"
        + string.Concat(segments.Select(segment => $"#EXTINF:2.0,\n{segment}\n"))
        + "#EXT-X-ENDLIST\n");

    private void Put(string key, string text) => _store.Put(new ObjectRef(FfprobeRig.Bucket, key), Encoding.UTF8.GetBytes(text));
}

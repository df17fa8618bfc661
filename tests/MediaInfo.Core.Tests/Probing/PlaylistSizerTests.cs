using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Probing;

public sealed class PlaylistSizerTests
{
    private const string Bucket = "example-bucket";

    private static readonly ObjectRef Playlist = new(Bucket, "live/视频 1/index.m3u8");

    private readonly InMemoryObjectStore _store = new();

    [Theory]
    [InlineData("a.ts", 100L)]
    [InlineData("a.ts|b.ts", 101L)]
    [InlineData("#EXT-X-ENDLIST|a.ts|#EXTINF:2,", 100L)]
    [InlineData("  a.ts  ", 100L)]
    [InlineData("a.ts|a.ts", 100L)]
    [InlineData("../root.ts", 10L)]
    [InlineData("/root%20file.ts", 20L)]
    [InlineData("sub/c+d%2B.ts", 40L)]
    [InlineData("a.ts?token=1#part", 100L)]
    [InlineData("http://example-bucket.oss-cn-hangzhou.aliyuncs.com/root%20file.ts", 20L)]
    [InlineData("https://EXAMPLE-bucket.obs.oss-cn-hangzhou.myhuaweicloud.com:443/root%20file.ts", 20L)]
    [InlineData("//example-bucket.objects.invalid/root%20file.ts", 20L)]
    [InlineData("#EXT-X-BYTERANGE:7@0|a.ts", 7L)]
    [InlineData("#EXT-X-BYTERANGE:7@0|a.ts|#EXT-X-BYTERANGE:8|a.ts|b.ts", 16L)]
    [InlineData("#EXT-X-BYTERANGE:seven|a.ts", 100L)]
    [InlineData("#EXT-X-MAP:URI=\"a.ts\"|b.ts", 101L)]
    [InlineData("#EXT-X-MAP:URI=\"a.ts\",BYTERANGE=\"9@0\"|b.ts", 10L)]
    [InlineData("#EXT-X-MAP:BYTERANGE=\"9@0\"|b.ts", 1L)]
    [InlineData("missing.ts|a.ts", null)]
    [InlineData("http://other-bucket.objects.invalid/a.ts|a.ts", null)]
    [InlineData("http://169.254.169.254/latest/meta-data|a.ts", null)]
    [InlineData("file:///etc/passwd|a.ts", null)]
    [InlineData("data:video/mp2t;base64,AAAA|a.ts", null)]
    [InlineData("#EXT-X-STREAM-INF:BANDWIDTH=1|a.ts", null)]
    [InlineData("#EXTINF:2,", null)]
    public async Task Segments_add_up_where_every_one_is_known(string lines, long? bytes)
    {
        PutSegments();
        Put(Playlist.Key, $"#EXTM3U\n{lines.Replace('|', '\n')}\n");

        Assert.Equal(bytes, await MeasureAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.ts")]
    [InlineData("<MPD/>")]
    public async Task What_is_no_playlist_has_no_size(string text)
    {
        PutSegments();
        Put(Playlist.Key, text + "\n");

        Assert.Null(await MeasureAsync());
    }

    [Fact]
    public async Task Lines_may_end_as_on_other_machines()
    {
        PutSegments();
        Put(Playlist.Key, "#EXTM3U\r\n#EXTINF:2,\r\na.ts\r\nb.ts\r\n");

        Assert.Equal(101, await MeasureAsync());
    }

    [Fact]
    public async Task No_more_than_a_thousand_segments_are_looked_at()
    {
        PutSegments();
        Put(Playlist.Key, "#EXTM3U\n" + string.Concat(Enumerable.Repeat("a.ts\n", 1000)));
        Assert.Equal(100, await MeasureAsync());

        Put(Playlist.Key, "#EXTM3U\n" + string.Concat(Enumerable.Repeat("a.ts\n", 1001)));
        var before = _store.Requests;
        Assert.Null(await MeasureAsync());
        Assert.Equal(before + 1, _store.Requests);
    }

    [Fact]
    public async Task A_playlist_over_four_megabytes_is_not_read()
    {
        PutSegments();
        Put(Playlist.Key, "#EXTM3U\na.ts\n" + new string('#', 4 * 1024 * 1024));

        Assert.Null(await MeasureAsync());
    }

    [Fact]
    public async Task A_spent_budget_leaves_the_size_unknown()
    {
        PutSegments();
        Put(Playlist.Key, "#EXTM3U\na.ts\nb.ts\n");

        Assert.Null(await MeasureAsync(new ProbeBudget(2, 1000)));
        Assert.Equal(2, _store.Requests);
    }

    private void PutSegments()
    {
        Put("live/视频 1/a.ts", new string('a', 100));
        Put("live/视频 1/b.ts", "b");
        Put("live/root.ts", new string('r', 10));
        Put("root file.ts", new string('r', 20));
        Put("live/视频 1/sub/c+d+.ts", new string('c', 40));
    }

    private void Put(string key, string content) => _store.Put(new ObjectRef(Bucket, key), Encoding.UTF8.GetBytes(content));

    private async Task<long?> MeasureAsync(ProbeBudget? budget = null)
    {
        var sizer = new PlaylistSizer(new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] }));
        using var session = JobReading.Session(Playlist, _store, budget);
        return (await sizer.MeasureAsync(session, CancellationToken.None))?.SegmentBytes;
    }
}

using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Reading;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Playlists;

public sealed class PlaylistReaderTests
{
    private const string Bucket = "example-bucket";

    private static readonly ObjectRef Playlist = new(Bucket, "live/视频 1/index.m3u8");

    private readonly InMemoryObjectStore _store = new();

    [Theory]
    [InlineData("a.ts", 100L)]
    [InlineData("a.ts|b.ts", 101L)]
    [InlineData("#EXT-X-ENDLIST|a.ts|#EXTINF:2,", 100L)]
    [InlineData("  a.ts  ", 100L)]
    [InlineData("a.ts|a.ts", 200L)]
    [InlineData("#EXT-X-MAP:URI=\"a.ts\"|b.ts|#EXT-X-DISCONTINUITY|#EXT-X-MAP:URI=\"a.ts\"|b.ts", 102L)]
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
    [InlineData("#EXT-X-BYTERANGE:9223372036854775807|a.ts|#EXT-X-BYTERANGE:9223372036854775807|a.ts", null)]
    [InlineData("#EXT-X-BYTERANGE:9223372036854775807|a.ts|b.ts", null)]
    [InlineData("a.ts|#EXT-X-STREAM-INF:BANDWIDTH=1|b.ts", null)]
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
    public async Task Segment_sizes_add_up_if_all_are_known(string lines, long? bytes)
    {
        PutSegments();
        Put(Playlist.Key, $"#EXTM3U\n{lines.Replace('|', '\n')}\n");

        Assert.Equal(bytes, await MeasureAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.ts")]
    [InlineData("<MPD/>")]
    public async Task A_file_that_is_not_a_playlist_has_no_size(string text)
    {
        PutSegments();
        Put(Playlist.Key, text + "\n");

        Assert.Null(await MeasureAsync());
    }

    [Theory]
    [InlineData("<BaseURL>a.ts</BaseURL>", 100L)]
    [InlineData(
        "<BaseURL>sub/</BaseURL><SegmentList><Initialization sourceURL='c+d%2B.ts'/><SegmentURL media='../a.ts'/></SegmentList>",
        140L)]
    [InlineData("<SegmentList><SegmentURL media='a.ts' mediaRange='10-29'/><SegmentURL media='b.ts'/></SegmentList>", 21L)]
    [InlineData(
        "<SegmentTemplate initialization='$RepresentationID$-init.mp4' media='$RepresentationID$-$Number%03d$.m4s' duration='2'/>",
        16L)]
    [InlineData("<SegmentTemplate media='v 1-$Number%03d$.m4s' startNumber='2' timescale='10' duration='35'/>", 10L)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S t='5' d='5'/><S d='7' r='1'/></SegmentTimeline></SegmentTemplate>",
        42L)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S t='5' d='5' r='-1'/></SegmentTimeline></SegmentTemplate>",
        12L)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S t='5' d='5' r='-1'/><S t='15' d='1'/></SegmentTimeline></SegmentTemplate>",
        null)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S t='7' d='5' r='-1'/></SegmentTimeline></SegmentTemplate>",
        null)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S d='5' r='2000000000'/></SegmentTimeline></SegmentTemplate>",
        null)]
    [InlineData("<SegmentTemplate media='$Number$.m4s' duration='0'/>", null)]
    [InlineData("<SegmentTemplate media='$Number$.m4s' duration='9223372036854775807' timescale='9223372036854775807'/>", null)]
    [InlineData("<SegmentTemplate media='$Number%0٣d$.m4s' duration='2'/>", null)]
    [InlineData("<SegmentTemplate media='$Number%0999999999d$.m4s' duration='2'/>", null)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'/><SegmentTemplate><SegmentTimeline><S t='5' d='5' r='1'/></SegmentTimeline></SegmentTemplate>",
        25L)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S t='5' d='5'/><S t='5' d='5'/></SegmentTimeline></SegmentTemplate>",
        24L)]
    [InlineData(
        "<SegmentTemplate media='t-$Time$.m4s'><SegmentTimeline><S t='x' d='5'/></SegmentTimeline></SegmentTemplate>",
        null)]
    [InlineData("<SegmentList><SegmentURL media='a.ts' mediaRange='0-9223372036854775807'/></SegmentList>", null)]
    [InlineData("<SegmentList><SegmentURL media='a.ts' mediaRange='9-1'/></SegmentList>", null)]
    [InlineData("<SegmentList><SegmentURL media='a.ts' mediaRange='9'/></SegmentList>", null)]
    [InlineData("<BaseURL>a<!-- -->.<![CDATA[ts]]></BaseURL>", 100L)]
    [InlineData("<BaseURL/><SegmentList><SegmentURL media='a.ts'/></SegmentList>", 100L)]
    [InlineData("<SegmentTemplate media='$Number$.m4s' duration='x'/>", null)]
    [InlineData("<SegmentTemplate media='$Number$.m4s' timescale='1000000' duration='1'/>", null)]
    [InlineData("<SegmentTemplate duration='2'/>", null)]
    [InlineData("<BaseURL>http://169.254.169.254/latest</BaseURL>", null)]
    [InlineData("", null)]
    public async Task Segment_sizes_of_a_DASH_manifest_add_up_too(string representation, long? bytes)
    {
        PutSegments();
        Put("live/视频 1/v 1-init.mp4", "1");
        Put("live/视频 1/v 1-001.m4s", new string('1', 5));
        Put("live/视频 1/v 1-002.m4s", new string('2', 4));
        Put("live/视频 1/v 1-003.m4s", new string('3', 6));
        Put("live/视频 1/t-5.m4s", new string('t', 12));
        Put("live/视频 1/t-10.m4s", new string('t', 13));
        Put("live/视频 1/t-17.m4s", new string('t', 17));

        Put(Playlist.Key, Manifest(
            "static",
            $"<AdaptationSet mimeType='video/mp4'><Representation id='v 1'>{representation}</Representation></AdaptationSet>"));

        Assert.Equal(bytes, await MeasureAsync());
    }

    [Theory]
    [InlineData("static", 101L)]
    [InlineData("dynamic", null)]
    public async Task The_size_of_a_complete_DASH_presentation_covers_one_video_and_one_audio(string type, long? bytes)
    {
        PutSegments();
        Put(Playlist.Key, Manifest(type, """
            <AdaptationSet contentType="audio"><BaseURL>b.ts</BaseURL><Representation/><Representation/></AdaptationSet>
            <AdaptationSet><Representation mimeType="video/mp4"><BaseURL>a.ts</BaseURL></Representation>
              <Representation mimeType="video/mp4"><BaseURL>../root.ts</BaseURL></Representation></AdaptationSet>
            <AdaptationSet contentType="audio"><BaseURL>missing.ts</BaseURL><Representation/></AdaptationSet>
            """));

        Assert.Equal(bytes, await MeasureAsync());
    }

    [Fact]
    public async Task Elements_at_the_end_of_a_manifest_apply_to_all_of_it()
    {
        PutSegments();
        const string set = "<AdaptationSet mimeType='video/mp4'><Representation/></AdaptationSet>";
        Put(
            Playlist.Key,
            $"<MPD><Period>{set}</Period><Period>{set}</Period><SegmentList><SegmentURL media='root.ts'/></SegmentList><BaseURL>../</BaseURL></MPD>");

        Assert.Equal(20, await MeasureAsync());
    }

    [Theory]
    [InlineData(20, 100L)]
    [InlineData(40, null)]
    public async Task A_manifest_nested_too_deeply_has_no_size(int depth, long? bytes)
    {
        PutSegments();
        var nested = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        Put(Playlist.Key, Manifest(
            "static",
            $"<AdaptationSet mimeType='video/mp4'><Representation>{nested}<BaseURL>a.ts</BaseURL></Representation></AdaptationSet>"));

        Assert.Equal(bytes, await MeasureAsync());
    }

    [Fact]
    public async Task Measuring_stops_when_it_is_canceled()
    {
        Put(Playlist.Key, Manifest("static", "<AdaptationSet/>"));
        using var over = new CancellationTokenSource();
        var sizer = new PlaylistReader(new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] }));
        using var session = JobReading.Session(Playlist, _store);
        await session.Read(Playlist.Key, 0).TakeAsync(1, CancellationToken.None);
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sizer.ReadAsync(session, over.Token));
    }

    [Fact]
    public async Task A_manifest_with_entity_declarations_has_no_size()
    {
        PutSegments();
        Put(Playlist.Key, "<!DOCTYPE MPD [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + Manifest("static", "<AdaptationSet/>"));

        Assert.Null(await MeasureAsync());
    }

    [Fact]
    public async Task Lines_may_end_with_CRLF()
    {
        PutSegments();
        Put(Playlist.Key, "#EXTM3U\r\n#EXTINF:2,\r\na.ts\r\nb.ts\r\n");

        Assert.Equal(101, await MeasureAsync());
    }

    [Fact]
    public async Task At_most_a_thousand_segments_are_measured()
    {
        PutSegments();
        Put(Playlist.Key, "#EXTM3U\n" + string.Concat(Enumerable.Repeat("a.ts\n", 1000)));
        Assert.Equal(100_000, await MeasureAsync());

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

    private static string Manifest(string type, string sets) => $"""
        <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="{type}" mediaPresentationDuration="PT6S"><Period>{sets}</Period></MPD>
        """;

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
        var sizer = new PlaylistReader(new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] }));
        using var session = JobReading.Session(Playlist, _store, budget);
        return (await sizer.ReadAsync(session, CancellationToken.None))?.SegmentBytes;
    }
}

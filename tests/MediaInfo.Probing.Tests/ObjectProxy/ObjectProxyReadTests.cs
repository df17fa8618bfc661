using System.Net;
using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>What the proxy returns, and what it requests from storage.</summary>
public sealed class ObjectProxyReadTests
{
    private const int Kilo = 1024;
    private const int Mega = 1024 * Kilo;

    [Theory]
    [InlineData(null, "bytes 0-9/10", "0123456789")]
    [InlineData("bytes=0-", "bytes 0-9/10", "0123456789")]
    [InlineData("bytes=4-", "bytes 4-9/10", "456789")]
    [InlineData("bytes=9-", "bytes 9-9/10", "9")]
    [InlineData("bytes=2-5", "bytes 2-5/10", "2345")]
    [InlineData("bytes=0-0", "bytes 0-0/10", "0")]
    [InlineData("bytes=5-100", "bytes 5-9/10", "56789")]
    [InlineData("bytes=0-9223372036854775807", "bytes 0-9/10", "0123456789")]
    [InlineData("bytes=5-2", "bytes 0-9/10", "0123456789")]
    [InlineData("bytes=-3", "bytes 0-9/10", "0123456789")]
    [InlineData("bytes=0-1,4-5", "bytes 0-9/10", "0123456789")]
    [InlineData("items=0-1", "bytes 0-9/10", "0123456789")]
    [InlineData("nonsense", "bytes 0-9/10", "0123456789")]
    public async Task A_range_is_answered_with_that_part_and_any_other_form_with_the_whole_object(
        string? range, string contentRange, string body)
    {
        await using var rig = await ProxyRig.StartAsync();
        rig.Store.Put(ProxyRig.Source, "0123456789"u8.ToArray());
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url, range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(contentRange, answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(["bytes"], answer.Headers.AcceptRanges);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());

        // At the start the proxy looks for a playlist, in bytes that ffprobe reads anyway.
        Assert.InRange(rig.Session.Usage.Bytes, body.Length, 10);
    }

    [Theory]
    [InlineData("bytes=10-", 10, HttpStatusCode.RequestedRangeNotSatisfiable, null)]
    [InlineData("bytes=0-", 0, HttpStatusCode.RequestedRangeNotSatisfiable, FailureReason.ObjectEmpty)]
    [InlineData("bytes=0-", null, HttpStatusCode.NotFound, FailureReason.ObjectNotFound)]
    public async Task An_unsatisfiable_range_or_missing_object_has_no_body(
        string range, int? size, HttpStatusCode status, FailureReason? failure)
    {
        await using var rig = await ProxyRig.StartAsync();
        if (size is { } bytes)
        {
            rig.Store.Put(ProxyRig.Source, new byte[bytes]);
        }

        using var client = rig.NewClient();
        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url, range));

        Assert.Equal((status, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(failure, rig.Session.Failure?.Reason);
        Assert.Null(rig.Session.StorageFault);
    }

    [Fact]
    public async Task A_long_read_continues_in_8_MB_ranges()
    {
        await using var rig = await ProxyRig.StartAsync();
        var content = Content((17 * Mega) + 5);
        rig.Store.Put(ProxyRig.Source, content);
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url, "bytes=1-"));
        var body = await answer.Content.ReadAsByteArrayAsync();

        Assert.True(content.AsSpan(1).SequenceEqual(body));
        Assert.Equal(
            [4 * Mega, 8 * Mega, (5 * Mega) + 4],
            rig.Store.Requests.Select(request => request.Count));
        Assert.Equal(Offsets(1, rig.Store.Requests), rig.Store.Requests.Select(request => request.Offset));
        Assert.Equal([null, "\"1\""], rig.Store.Requests.Select(request => request.ETag).Distinct(StringComparer.Ordinal));
        Assert.Equal((3, body.Length), (rig.Session.Usage.Requests, rig.Session.Usage.Bytes));
    }

    [Fact]
    public async Task Storage_is_asked_for_no_more_than_the_requested_range()
    {
        await using var rig = await ProxyRig.StartAsync();
        rig.Store.Put(ProxyRig.Source, new byte[Mega]);
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url, "bytes=100-199"));

        Assert.Equal(new StoreRequest(ProxyRig.Source, 100, 100, ETag: null), Assert.Single(rig.Store.Requests));
    }

    [Theory]
    [InlineData("plain.mp4")]
    [InlineData("a b+c&d=e?f#g%h.mp4")]
    [InlineData("100%25 %2F.mp4")]
    [InlineData("../up/./and//over.mp4")]
    [InlineData("/leading")]
    [InlineData("trailing/")]
    [InlineData("-i")]
    [InlineData("视频/测试 🎬.mp4")]
    [InlineData("back\\slash:colon@at'quote\"[]{}|^`<>.mp4")]
    [InlineData("tab\tnewline\n.mp4")]
    [InlineData("http://other-bucket.objects.invalid/key")]
    public async Task Any_key_is_read_unchanged(string key)
    {
        await using var rig = await ProxyRig.StartAsync();
        var source = ProxyRig.Source with { Key = key };
        rig.Store.Put(source, Encoding.UTF8.GetBytes(key));
        using var session = JobReading.Session(source, rig.Store);
        using var lease = rig.Open(session);
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(lease.Url));

        Assert.Equal(key, await answer.Content.ReadAsStringAsync());
        Assert.Equal(source, Assert.Single(rig.Store.Requests).Source);
    }

    [Theory]
    [InlineData(null, "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    [InlineData("text/plain", "application/octet-stream")]
    [InlineData("video/mp4", "application/octet-stream")]
    [InlineData("image/png; charset=utf-8", "application/octet-stream")]
    [InlineData("application/vnd.apple.mpegurl", "application/vnd.apple.mpegurl")]
    [InlineData("Application/X-MpegURL; charset=utf-8", "Application/X-MpegURL")]
    [InlineData("audio/mpegurl", "audio/mpegurl")]
    [InlineData("audio/x-mpegurl", "audio/x-mpegurl")]
    [InlineData("application/dash+xml", "application/dash+xml")]
    public async Task Only_the_type_of_a_playlist_is_passed_on(string? stored, string told)
    {
        await using var rig = await ProxyRig.StartAsync();
        rig.Store.Put(ProxyRig.Source, "0"u8.ToArray());
        rig.Store.ContentType = stored;
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url));

        Assert.Equal(told, answer.Content.Headers.ContentType!.ToString());
    }

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        for (var i = 0; i < size; i++)
        {
            content[i] = (byte)((i * 31) ^ (i >> 13));
        }

        return content;
    }

    private static IEnumerable<long> Offsets(long first, IReadOnlyList<StoreRequest> requests)
    {
        var next = first;
        foreach (var request in requests)
        {
            yield return next;
            next += request.Count;
        }
    }
}

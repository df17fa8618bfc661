using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.Standalone.Objects;
using MediaInfo.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Standalone.Tests.Objects;

/// <summary>The endpoint behind the real web server, which has its own ideas of paths.</summary>
public sealed class ObjectEndpointTests : IAsyncLifetime
{
    private const string Bucket = "media";

    private static readonly DateTimeOffset Changed = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new();
    private readonly OneBucket _store = new(Bucket);
    private readonly ObjectLinkSigner _signer =
        new(new LinkKeys(new LocalStorageOptions { LinkKeys = ["a key of these tests that is long enough"] }));

    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        _store.Add("clip.mp4", "0123456789", "video/mp4");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IObjectStore>(_store).AddSingleton(_signer)
            .AddSingleton<TimeProvider>(_time).AddSingleton<ObjectEndpoint>()
            .AddSingleton(new MediaFolder(new LocalStorageOptions { Directory = Path.GetTempPath() }))
            .AddSingleton(new LocalDatabase(new LocalStorageOptions { Directory = Path.GetTempPath() }))
            .AddSingleton<NamingTurn>().AddSingleton<UnfinishedFiles>().AddSingleton<RunningUploads>()
            .AddSingleton(new UploadOptions()).AddSingleton<LocalUploads>();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        var endpoint = _server.Services.GetRequiredService<ObjectEndpoint>();
        _server.Use((context, next) => ObjectEndpoint.Serves(context) ? endpoint.AnswerAsync(context) : next(context));
        _server.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        });
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_whole_object_comes_with_its_type_version_and_length()
    {
        var answer = await AskAsync("GET", Signed("clip.mp4"));

        Assert.Equal((200, "0123456789"), (answer.Status, answer.Body));
        Assert.Equal("video/mp4", answer.Headers["Content-Type"]);
        Assert.Equal("10", answer.Headers["Content-Length"]);
        Assert.Equal("bytes", answer.Headers["Accept-Ranges"]);
        Assert.Equal("\"v-clip.mp4\"", answer.Headers["ETag"]);
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", answer.Headers["Last-Modified"]);
        Assert.StartsWith("inline", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_the_content()
    {
        var answer = await AskAsync("HEAD", Signed("clip.mp4"));

        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Equal("10", answer.Headers["Content-Length"]);
    }

    [Theory]
    [InlineData("bytes=0-3", 206, "0123", "bytes 0-3/10")]
    [InlineData("bytes=4-", 206, "456789", "bytes 4-9/10")]
    [InlineData("bytes=-2", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=-99", 206, "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=9-99", 206, "9", "bytes 9-9/10")]
    [InlineData("bytes=10-", 416, "", "bytes */10")]
    [InlineData("bytes=-0", 416, "", "bytes */10")]
    [InlineData("bytes=0-1,4-5", 200, "0123456789", null)]
    [InlineData("bytes=5-2", 200, "0123456789", null)]
    [InlineData("chapters=1", 200, "0123456789", null)]
    public async Task A_single_range_is_served_and_others_are_ignored(string range, int status, string body, string? place)
    {
        var answer = await AskAsync("GET", Signed("clip.mp4"), $"Range: {range}");

        Assert.Equal((status, body, place), (answer.Status, answer.Body, answer.Headers.GetValueOrDefault("Content-Range")));
    }

    [Theory]
    [InlineData("If-None-Match: \"v-clip.mp4\"", 304, "")]
    [InlineData("If-None-Match: *", 304, "")]
    [InlineData("If-None-Match: \"other\"", 206, "01")]
    [InlineData("If-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT", 304, "")]
    [InlineData("If-Range: \"v-clip.mp4\"", 206, "01")]
    [InlineData("If-Range: \"other\"", 200, "0123456789")]
    [InlineData("If-Range: Fri, 02 Jan 2026 03:04:05 GMT", 206, "01")]
    [InlineData("If-Match: \"other\"", 412, "")]
    public async Task Conditions_are_kept(string condition, int status, string body)
    {
        var answer = await AskAsync("GET", Signed("clip.mp4"), condition, "Range: bytes=0-1");

        Assert.Equal((status, body), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("page.html", "text/html")]
    [InlineData("picture.svg", "image/svg+xml")]
    [InlineData("page.xhtml", "application/xhtml+xml")]
    [InlineData("script.js", "text/javascript")]
    [InlineData("unknown", null)]
    [InlineData("false.mp4", "no type\u0001")]
    public async Task What_could_run_as_a_page_is_only_downloaded(string key, string? type)
    {
        _store.Add(key, "<script>alert(1)</script>", type);

        var answer = await AskAsync("GET", Signed(key));

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("attachment", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Contains("sandbox", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
    }

    [Theory]
    [InlineData("a b.mp4")]
    [InlineData("a%2Fb.mp4")]
    [InlineData("dir/測試 é 🎬.mp4")]
    [InlineData("a//b.mp4")]
    [InlineData("a?b#c&d=e+f.mp4")]
    [InlineData("a\\b\"c'd;e.mp4")]
    [InlineData("a\r\nSet-Cookie: x=y.mp4")]
    [InlineData("\u0001\u007f.mp4")]
    [InlineData("%")]
    [InlineData("%zz%ff")]
    [InlineData("~*()!$,:@.mp4")]
    [InlineData(".hidden")]
    public async Task Odd_keys_arrive_as_they_are(string key)
    {
        _store.Add(key, "odd", "video/mp4");

        var answer = await AskAsync("GET", Signed(key));

        Assert.Equal((200, "odd"), (answer.Status, answer.Body));
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("/objects/media/x/../clip.mp4")]
    [InlineData("/objects/media/x/%2e%2e/clip.mp4")]
    [InlineData("/objects/media/./clip.mp4")]
    [InlineData("/objects/other/../media/clip.mp4")]
    [InlineData("/objects/media//clip.mp4")]
    [InlineData("/objects/media%2Fclip.mp4/")]
    [InlineData("/objects/media/clip.mp4/")]
    [InlineData("/objects/media/clip.mp4%00")]
    [InlineData("/objects/MEDIA/clip.mp4")]
    public async Task A_signature_is_good_for_no_other_way_to_write_a_path(string path)
    {
        var query = Signed("clip.mp4").Split('?')[1];

        var answer = await AskAsync("GET", $"{path}?{query}");

        // The web server refuses some of them before anyone reads them.
        Assert.True(answer.Status is 400 or 403, $"It answered {answer.Status}");
        Assert.DoesNotContain("0123456789", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_percent_encoded_letter_names_the_same_object()
    {
        var answer = await AskAsync("GET", Signed("clip.mp4").Replace("clip", "%63lip", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task A_whole_address_as_the_target_is_understood()
    {
        var answer = await AskAsync("GET", $"{_server.Urls.Single()}{Signed("clip.mp4")}");

        Assert.Equal((200, "0123456789"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Wrong_and_expired_signatures_are_refused_alike()
    {
        var good = Signed("clip.mp4");
        string[] wrong =
        [
            good[..^1] + (good[^1] == 'A' ? 'B' : 'A'),
            good.Replace("expires=", "expires=1", StringComparison.Ordinal),
            good.Split('?')[0],
            good.Split('&')[0],
            $"{good}&signature=x",
            $"{good}&expires=1",
            good.Replace("clip.mp4", "other.mp4", StringComparison.Ordinal),
            "/objects/media/?expires=1&signature=x",
            "/objects/",
        ];

        foreach (var target in wrong)
        {
            var answer = await AskAsync("GET", target);
            Assert.Equal(403, answer.Status);
            Assert.Equal("""{"code":"AccessDenied","message":"The address is not valid, or not any more."}""", answer.Body);
        }

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(403, (await AskAsync("GET", good)).Status);
    }

    [Fact]
    public async Task A_missing_object_is_not_found_and_nothing_else_is_allowed()
    {
        Assert.Equal(404, (await AskAsync("GET", Signed("missing.mp4"))).Status);
        var post = await AskAsync("POST", Signed("clip.mp4"), "Content-Length: 0");
        Assert.Equal((405, "GET, HEAD, PUT"), (post.Status, post.Headers["Allow"]));
        Assert.Equal(403, (await AskAsync("PUT", Signed("clip.mp4"), "Content-Length: 0")).Status);
        Assert.Equal(418, (await AskAsync("GET", "/elsewhere/media/clip.mp4")).Status);
    }

    [Fact]
    public async Task A_failure_of_storage_before_the_answer_is_temporary_and_within_it_cuts_it_off()
    {
        _store.Fails = true;
        Assert.Equal(503, (await AskAsync("GET", Signed("clip.mp4"))).Status);
        _store.Fails = false;
        _store.IsCutShort = true;

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            await http.GetByteArrayAsync(new Uri(_server.Urls.Single() + Signed("clip.mp4")));
        });
    }

    private string Signed(string key)
    {
        var source = new ObjectRef(Bucket, key);
        var expires = _time.GetUtcNow().AddMinutes(5);
        return $"/objects/{Bucket}/{WebAddress.Encode(key)}?expires={expires.ToUnixTimeSeconds()}"
            + $"&signature={_signer.Sign(source, expires)}";
    }

    // By hand, because a client would resolve ".." and refuse some targets.
    private async Task<RawReply> AskAsync(string method, string target, params string[] headers) =>
        await RawReply.AskAsync(new Uri(_server.Urls.Single()), method, target, headers);

    private sealed class OneBucket(string bucket) : IObjectStore
    {
        private readonly Dictionary<string, (byte[] Content, string? Type)> _objects = new(StringComparer.Ordinal);

        public bool Fails { get; set; }

        public bool IsCutShort { get; set; }

        public void Add(string key, string content, string? type) => _objects[key] = (Encoding.UTF8.GetBytes(content), type);

        public Task<ObjectRead> ReadAsync(
            ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
        {
            var properties = Find(source)!;
            Assert.Equal(properties.ETag, etag);
            var length = IsCutShort ? (int)count - 1 : (int)count;
            return Task.FromResult(ObjectRead.Found(
                properties, new MemoryStream(_objects[source.Key].Content, (int)offset, length, writable: false)));
        }

        public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
            Fails ? throw new IOException("The disk is gone") : Task.FromResult(Find(source));

        public Task<IReadOnlyDictionary<string, long>?> ListAsync(
            string name, string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();

        private ObjectProperties? Find(ObjectRef source) =>
            string.Equals(source.Bucket, bucket, StringComparison.Ordinal) && _objects.TryGetValue(source.Key, out var found)
                ? new ObjectProperties(
                    found.Content.Length, source.Key is "clip.mp4" ? "\"v-clip.mp4\"" : "\"v\"", found.Type, ContentMd5: null)
                {
                    LastModified = Changed,
                }
                : null;
    }
}

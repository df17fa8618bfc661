using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using MediaInfo.Api.Console;
using MediaInfo.Core.Objects;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Pages;

public sealed class ConsoleEndpointTests
{
    private const string Page = "<!doctype html><title>Console</title><script src=\"/console/assets/a-1.js\"></script>";
    private static readonly string Script = string.Concat(Enumerable.Repeat("console.log('shown');\n", 100));

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/")]
    [InlineData("/console/jobs")]
    [InlineData("/console/jobs/88c6ca184c0e47098a5b665e2a126797")]
    [InlineData("/console/index.html")]
    public async Task The_page_resolves_its_own_addresses(string path)
    {
        var answer = await AskAsync(path);

        Assert.Equal((200, Page), (answer.Status, answer.Text));
        Assert.Equal("text/html; charset=utf-8", answer.Headers.ContentType);
        Assert.Equal("no-cache", answer.Headers.CacheControl);
    }

    [Fact]
    public async Task A_file_with_a_hashed_name_is_kept_for_ever()
    {
        var answer = await AskAsync("/console/assets/a-1.js");

        Assert.Equal((200, Script), (answer.Status, answer.Text));
        Assert.Equal("text/javascript; charset=utf-8", answer.Headers.ContentType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/console/assets/a-0.js")]
    [InlineData("/console/favicon.ico")]
    [InlineData("/console/../openapi.json")]
    public async Task A_file_that_is_not_there_is_not_the_page(string path)
    {
        var answer = await AskAsync(path);

        Assert.Equal((404, ""), (answer.Status, answer.Text));
        Assert.Equal("no-store", answer.Headers.CacheControl);
    }

    [Theory]
    [InlineData("POST", "/console")]
    [InlineData("PUT", "/console/assets/a-1.js")]
    [InlineData("DELETE", "/console/jobs")]
    [InlineData("OPTIONS", "/openapi.json")]
    public async Task Other_methods_are_not_allowed(string method, string path)
    {
        var answer = await AskAsync(path, request => request.Method = method);

        Assert.Equal((405, "GET, HEAD"), (answer.Status, answer.Headers.Allow.ToString()));
    }

    [Theory]
    [InlineData("GET", "/console", 200)]
    [InlineData("HEAD", "/console", 200)]
    [InlineData("GET", "/console/assets/a-1.js", 200)]
    [InlineData("GET", "/console/assets/a-0.js", 404)]
    [InlineData("HEAD", "/console/assets/a-0.js", 404)]
    [InlineData("POST", "/console", 405)]
    [InlineData("GET", "/openapi.json", 200)]
    [InlineData("HEAD", "/openapi.json", 200)]
    [InlineData("POST", "/openapi.json", 405)]
    public async Task Every_answer_has_a_policy_and_says_how_long_it_holds(string method, string path, int status)
    {
        var answer = await AskAsync(path, request => request.Method = method);

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("default-src 'none';", answer.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.XContentTypeOptions);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.NotEqual("", answer.Headers.CacheControl.ToString());
        Assert.Equal(status == 200 ? "Accept-Encoding" : "", answer.Headers.Vary.ToString());
    }

    [Theory]
    [InlineData("/console", "*")]
    [InlineData("/openapi.json", "*")]
    [InlineData("/console", null)]
    [InlineData("/openapi.json", null)]
    public async Task HEAD_too_is_told_that_nothing_changed(string path, string? tag)
    {
        var whole = await AskAsync(path);
        var head = await AskAsync(path, request =>
        {
            request.Method = "HEAD";
            request.Headers.IfNoneMatch = tag ?? whole.Headers.ETag;
        });

        Assert.Equal((304, ""), (head.Status, head.Text));
        Assert.Equal(
            (whole.Headers.ETag, whole.Headers.Vary, whole.Headers.CacheControl),
            (head.Headers.ETag, head.Headers.Vary, head.Headers.CacheControl));
        Assert.Null(head.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/assets/a-1.js")]
    [InlineData("/openapi.json")]
    public async Task Without_the_setting_nothing_is_there(string path)
    {
        var answer = await AskAsync(path, isEnabled: false);

        Assert.Equal((404, ""), (answer.Status, answer.Text));
        Assert.Equal(("Cache-Control", "no-store"), answer.Headers.Select(one => (one.Key, one.Value.ToString())).Single());
    }

    [Fact]
    public void It_is_off_by_default() => Assert.False(new ConsoleOptions().Enabled);

    [Fact]
    public async Task A_build_without_the_page_says_how_to_build_it()
    {
        var answer = await AskAsync("/console/jobs", files: []);

        Assert.Equal(503, answer.Status);
        Assert.Contains("npm run build", answer.Text, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", answer.Headers.ContentType);
    }

    [Fact]
    public async Task The_page_may_talk_to_this_service_and_to_the_storage_of_objects_only()
    {
        var headers = (await AskAsync("/console")).Headers;

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; "
                + "img-src 'self' data: blob: https://media.example.com https://own.example.com:8443; "
                + "connect-src 'self' https://media.example.com https://own.example.com:8443; font-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'",
            headers.ContentSecurityPolicy);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("GZIP;q=0.5", true)]
    [InlineData("br, gzip", true)]
    [InlineData("*", true)]
    [InlineData("", false)]
    [InlineData("br", false)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("*;q=0", false)]
    [InlineData("identity, gzip;q=0.5", false)]
    [InlineData("gzip;q=0.000, identity", false)]
    [InlineData("gzip;q=2, nonsense;;", false)]
    [InlineData("identity;q=0, gzip;q=0.001", true)]
    public async Task A_text_is_compressed_for_whoever_takes_that(string accepted, bool isCompressed)
    {
        var answer = await AskAsync("/console/assets/a-1.js", request => request.Headers.AcceptEncoding = accepted);

        Assert.Equal(isCompressed ? "gzip" : "", answer.Headers.ContentEncoding.ToString());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(answer.Bytes.Length, answer.Headers.ContentLength);
        Assert.Equal(Script, isCompressed ? Unzip(answer.Bytes) : answer.Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task What_a_browser_has_is_not_sent_again(string accepted)
    {
        var first = await AskAsync("/console", request => request.Headers.AcceptEncoding = accepted);
        var again = await AskAsync("/console", request =>
        {
            request.Headers.AcceptEncoding = accepted;
            request.Headers.IfNoneMatch = $"\"other\", W/{first.Headers.ETag}";
        });
        var changed = await AskAsync("/console", request => request.Headers.IfNoneMatch = "\"other\"");

        Assert.Equal((304, ""), (again.Status, again.Text));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.NotEqual("", again.Headers.ContentSecurityPolicy.ToString());
        Assert.Equal(200, changed.Status);
    }

    [Fact]
    public async Task Each_form_of_a_file_has_its_own_tag() => Assert.NotEqual(
        (await AskAsync("/console/assets/a-1.js", request => request.Headers.AcceptEncoding = "gzip")).Headers.ETag,
        (await AskAsync("/console/assets/a-1.js")).Headers.ETag);

    [Theory]
    [InlineData("/console")]
    [InlineData("/openapi.json")]
    public async Task HEAD_has_the_headers_alone(string path)
    {
        var whole = await AskAsync(path);
        var head = await AskAsync(path, request => request.Method = "HEAD");

        Assert.Equal((200, ""), (head.Status, head.Text));
        Assert.Equal(whole.Bytes.Length, head.Headers.ContentLength);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task The_description_is_OpenAPI()
    {
        var answer = await AskAsync("/openapi.json", files: []);

        Assert.StartsWith("3.1.", (string?)JsonNode.Parse(answer.Text)!["openapi"], StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", answer.Headers.ContentType);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers.ContentSecurityPolicy);
    }

    private static async Task<Answer> AskAsync(
        string path, Action<HttpRequest>? change = null, bool isEnabled = true, IEnumerable<(string, string)>? files = null)
    {
        var endpoint = new ConsoleEndpoint(
            new ConsoleOptions { Enabled = isEnabled },
            new ConsoleFiles(() => (files ?? [("index.html", Page), ("assets/a-1.js", Script)])
                .Select(file => KeyValuePair.Create(file.Item1, Encoding.UTF8.GetBytes(file.Item2)))),
            new ConsolePolicy(new TwoAccounts()));
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = path;
        change?.Invoke(context.Request);
        using var body = new MemoryStream();
        context.Response.Body = body;
        await (path is ConsoleEndpoint.DescriptionPath
            ? endpoint.AnswerDescriptionAsync(context)
            : endpoint.AnswerPageAsync(context));
        return new Answer(context.Response.StatusCode, body.ToArray(), context.Response.Headers);
    }

    private static string Unzip(byte[] bytes)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private sealed record Answer(int Status, byte[] Bytes, IHeaderDictionary Headers)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);
    }

    private sealed class TwoAccounts : IObjectOrigins
    {
        public IEnumerable<Uri> Current() =>
        [
            new("https://media.example.com/"), new("https://own.example.com:8443/path?x"), new("https://media.example.com/b"),
        ];
    }
}

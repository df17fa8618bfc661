using System.Net;
using System.Text.Json.Nodes;

namespace MediaInfo.Standalone.Tests.Embedded;

[Trait("Platform", "Linux")]
public sealed class ConsoleTests : IDisposable
{
    private readonly EmbeddedStore _store = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _store.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task The_description_and_the_page_are_served_if_the_setting_says_so()
    {
        await using var standalone = await _store.StartAsync(("MediaInfo__Console__Enabled", "true"));

        using var description = await _http.GetAsync(new Uri(standalone.Endpoint, "/openapi.json"));
        using var page = await _http.GetAsync(new Uri(standalone.Endpoint, "/console/jobs"));
        using var posted = await _http.PostAsync(new Uri(standalone.Endpoint, "/console"), content: null);

        Assert.Equal(HttpStatusCode.OK, description.StatusCode);
        Assert.NotNull(JsonNode.Parse(await description.Content.ReadAsStringAsync())!["paths"]!["/queues"]);

        // A build without the page says so instead.
        Assert.Contains(page.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Matches($"connect-src 'self' http://[a-z0-9.]+:{standalone.Endpoint.Port};", policy);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(["GET", "HEAD"], posted.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/console")]
    [InlineData("/console/jobs")]
    public async Task Without_the_setting_both_are_not_there(string path)
    {
        await using var standalone = await _store.StartAsync();

        using var answer = await _http.GetAsync(new Uri(standalone.Endpoint, path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }
}

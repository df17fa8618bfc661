using System.Text;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Core.Telemetry;
using Microsoft.AspNetCore.Http;
using NSubstitute;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class HealthEndpointTests
{
    private const string Key = "0123456789abcdef";

    [Fact]
    public async Task A_process_that_answers_is_live() =>
        Assert.Equal((200, "live"), await AnswerAsync(HealthEndpoint.AnswerLiveAsync));

    [Theory]
    [InlineData(true, 200, """{"status":"ready","version":"*"}""")]
    [InlineData(false, 503, """{"status":"unavailable","version":"*"}""")]
    public async Task Anonymous_callers_learn_only_whether_it_is_ready(bool isReady, int status, string body) =>
        Assert.Equal((status, body), await AskAsync(isReady, Key, sent: null));

    [Theory]
    [InlineData(
        true,
        200,
        """{"status":"ready","version":"*","checks":{"ffprobe":{"isReady":true,"detail":"version 6.0"},"storage":{"isReady":true,"detail":"at /data"}}}""")]
    [InlineData(
        false,
        503,
        """{"status":"unavailable","version":"*","checks":{"ffprobe":{"isReady":true,"detail":"version 6.0"},"storage":{"isReady":false,"detail":"at /data"}}}""")]
    public async Task Callers_with_the_key_see_the_result_of_each_check(bool isReady, int status, string body) =>
        Assert.Equal((status, body), await AskAsync(isReady, Key, sent: Key));

    [Theory]
    [InlineData(Key, "0123456789abcdee")]
    [InlineData(Key, "0123456789abcde")]
    [InlineData(Key, "0123456789abcdef0")]
    [InlineData(Key, "")]
    [InlineData(null, "")]
    [InlineData(null, Key)]
    public async Task A_wrong_key_counts_as_no_key(string? key, string sent) =>
        Assert.Equal((200, """{"status":"ready","version":"*"}"""), await AskAsync(isReady: true, key, sent));

    [Fact]
    public async Task Without_checks_it_is_ready() => Assert.Equal(
        (200, """{"status":"ready","version":"*","checks":{}}"""),
        await AnswerAsync(
            new HealthEndpoint(new ReadinessChecks([], TimeProvider.System), new HealthOptions { Key = Key }).AnswerReadyAsync,
            Key));

    [Fact]
    public async Task The_answer_must_not_be_cached()
    {
        var context = new DefaultHttpContext();

        await Endpoint(isReady: true, Key).AnswerReadyAsync(context);

        Assert.Equal("no-store", context.Response.Headers.CacheControl);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(Key, 0)]
    [InlineData("0123456789abcde", 1)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault/secrets/key)", 1)]
    public void A_key_must_be_long_and_not_an_unresolved_reference(string? key, int problems) =>
        Assert.Equal(problems, new SettingsGroup("Health", new HealthOptions { Key = key }).Problems().Count());

    private static Task<(int Status, string Body)> AskAsync(bool isReady, string? key, string? sent) =>
        AnswerAsync(Endpoint(isReady, key).AnswerReadyAsync, sent);

    private static HealthEndpoint Endpoint(bool isReady, string? key) => new(
        new ReadinessChecks(
            [Check("ffprobe", ready: true, "version 6.0"), Check("storage", isReady, "at /data")], TimeProvider.System),
        new HealthOptions { Key = key });

    private static IReadiness Check(string name, bool ready, string detail)
    {
        var check = Substitute.For<IReadiness>();
        check.Name.Returns(name);
        check.CheckAsync(default).ReturnsForAnyArgs(new Readiness(ready, detail));
        return check;
    }

    private static async Task<(int Status, string Body)> AnswerAsync(Func<HttpContext, Task> answer, string? key = null)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        if (key is not null)
        {
            context.Request.Headers["X-Health-Key"] = key;
        }

        await answer(context);
        var text = Encoding.UTF8.GetString(body.ToArray()).Replace(ProductVersion.Current, "*", StringComparison.Ordinal);
        return (context.Response.StatusCode, text);
    }
}

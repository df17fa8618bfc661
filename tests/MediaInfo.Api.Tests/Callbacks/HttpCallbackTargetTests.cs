using MediaInfo.Api.Callbacks;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Callbacks;

public sealed class HttpCallbackTargetTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly CallbackOptions Open = new() { AllowPrivateAddresses = true };

    private static readonly Dictionary<string, string> Headers =
        new(StringComparer.Ordinal) { ["X-MediaInfo-Delivery"] = "1", ["X-Other"] = "two words" };

    private readonly LoopbackReceiver _receiver = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _receiver.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => _receiver.DisposeAsync();

    [Theory]
    [InlineData("200 OK")]
    [InlineData("202 Accepted")]
    [InlineData("204 No Content")]
    public async Task Any_success_status_is_a_delivery(string status)
    {
        _receiver.Answer = () => LoopbackReceiver.Status(status);

        Assert.Equal(CallbackResult.Delivered("delivery"), await SendAsync(Open));
    }

    [Fact]
    public async Task The_text_is_posted_as_JSON_with_the_headers()
    {
        await SendAsync(Open);

        var request = Assert.Single(_receiver.Requests);
        Assert.StartsWith("POST /callback?a=b HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nX-MediaInfo-Delivery: 1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Other: two words\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"text\":\"测试\"}", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("404 Not Found")]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    [InlineData("503 Service Unavailable")]
    [InlineData("304 Not Modified")]
    public async Task Any_other_answer_is_retried(string status)
    {
        _receiver.Answer = () => LoopbackReceiver.Status(status);

        var failure = await Assert.ThrowsAsync<IOException>(() => SendAsync(Open));

        Assert.Equal($"The target responded with {status[..3]}", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task A_connection_that_ends_without_an_answer_is_retried(string answer)
    {
        _receiver.Answer = () => answer;

        await Assert.ThrowsAsync<NoAnswerException>(() => SendAsync(Open));
    }

    [Fact]
    public async Task A_refused_connection_is_retried() =>
        await Assert.ThrowsAsync<NoAnswerException>(() => SendAsync(Open, "http://127.0.0.1:1/"));

    [Fact]
    public async Task An_unknown_host_name_is_retried() =>
        await Assert.ThrowsAsync<NoAnswerException>(() => SendAsync(Open, "http://nobody.invalid/"));

    [Fact]
    public async Task A_host_that_does_not_answer_in_time_is_retried()
    {
        _receiver.Answer = () => null;

        await Assert.ThrowsAsync<NoAnswerException>(
            () => SendAsync(Open with { Timeout = TimeSpan.FromMilliseconds(200) }).SoonAsync());
    }

    [Fact]
    public async Task A_cancelled_delivery_throws()
    {
        _receiver.Answer = () => null;
        using var target = new HttpCallbackTarget(new CheckedConnector(Open), Open, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var sending = target.SendAsync(_receiver.Url, "delivery", Headers, "{}", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.SoonAsync());
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("https://localhost:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://10.0.0.1/")]
    public async Task A_non_public_address_is_never_called_and_fails_like_one_that_does_not_answer(string url)
    {
        var options = new CallbackOptions { Timeout = TimeSpan.FromMilliseconds(100) };

        await Assert.ThrowsAsync<NoAnswerException>(
            () => SendAsync(options, url.Replace("{0}", $"{_receiver.Port}", StringComparison.Ordinal)));

        Assert.Empty(_receiver.Requests);
    }

    // A tenant sees the error on its job, and can time each attempt by redirecting from its own server.
    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://nobody.invalid/")]
    public async Task A_refused_address_and_an_unknown_name_both_fail_only_when_the_attempt_times_out(string url)
    {
        var time = new ManualTimeProvider();
        var options = new CallbackOptions { Timeout = TimeSpan.FromMinutes(1) };
        using var target = new HttpCallbackTarget(new CheckedConnector(options), options, time);

        var sending = target.SendAsync(url, "delivery", Headers, "{}", CancellationToken.None);
        await Eventually.HoldsAsync("the attempt waits", () => time.WaitingTimers == 1);
        time.Advance(options.Timeout - TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<NoAnswerException>(() => sending.SoonAsync());
        Assert.Equal("The target could not be reached", failure.Message);
    }

    private async Task<CallbackResult> SendAsync(CallbackOptions options, string? url = null)
    {
        using var target = new HttpCallbackTarget(new CheckedConnector(options), options, TimeProvider.System);
        return await target.SendAsync(url ?? _receiver.Url, "delivery", Headers, """{"text":"测试"}""", CancellationToken.None);
    }
}

using System.Globalization;
using System.Text;
using MediaInfo.Api.Callbacks;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.External;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Callbacks;

public sealed class HttpRecogniserPostTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Found = """{"Results":[]}""";
    private static readonly TagOptions Open = new() { AllowPrivateAddress = true, MaxAnswerBytes = 1024 };

    private static readonly Dictionary<string, string> Headers =
        new(StringComparer.Ordinal) { ["X-MediaInfo-Timestamp"] = "1700000000" };

    private readonly LoopbackReceiver _receiver = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _receiver.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task The_request_is_posted_as_it_is_and_the_answer_is_read()
    {
        _receiver.Answer = () => Answer(Found.Length, Found);

        var answer = await SendAsync(Open);

        Assert.True(answer.IsSuccess);
        Assert.Equal(Found, Encoding.UTF8.GetString(answer.Body.Span));
        var request = Assert.Single(_receiver.Requests);
        Assert.StartsWith("POST /callback?a=b HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nX-MediaInfo-Timestamp: 1700000000\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"JobId\":\"测试\"}", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400 Bad Request", 400)]
    [InlineData("500 Internal Server Error", 500)]
    public async Task A_refusal_is_its_status(string status, int code)
    {
        _receiver.Answer = () => LoopbackReceiver.Status(status);

        Assert.Equal(new PostAnswer(code, default, IsTooLong: false), await SendAsync(Open));
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("307 Temporary Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        _receiver.Answer = () => LoopbackReceiver.Status(status, $"Location: {_receiver.Url}");

        var answer = await SendAsync(Open);

        Assert.Equal(status[..3], answer.Status?.ToString(CultureInfo.InvariantCulture));
        Assert.Single(_receiver.Requests);
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(100_000_000)]
    public async Task An_answer_that_is_too_long_is_not_read(int length)
    {
        _receiver.Answer = () => Answer(length, new string(' ', 2000));

        var answer = await SendAsync(Open);

        Assert.True(answer.IsTooLong);
        Assert.False(answer.IsSuccess);
        Assert.True(answer.Body.IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\n{\"Results\":")]
    public async Task An_answer_that_breaks_off_is_none(string text)
    {
        _receiver.Answer = () => text;

        Assert.Same(PostAnswer.None, await SendAsync(Open));
    }

    [Fact]
    public async Task A_recogniser_that_does_not_answer_in_time_gives_no_answer()
    {
        _receiver.Answer = () => null;

        Assert.Same(PostAnswer.None, await SendAsync(Open with { TimeLimit = TimeSpan.FromMilliseconds(200) }).SoonAsync());
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        _receiver.Answer = () => null;
        using var post = new HttpRecogniserPost(Open, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var sending = post.SendAsync(_receiver.Url, Headers, "{}"u8.ToArray(), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.SoonAsync());
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    public async Task A_private_address_is_called_only_if_the_settings_allow_it(string url)
    {
        var address = url.Replace("{0}", _receiver.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Assert.Same(PostAnswer.None, await SendAsync(new TagOptions(), address));
        Assert.Empty(_receiver.Requests);
    }

    [Fact]
    public async Task An_unknown_host_gives_no_answer() =>
        Assert.Same(PostAnswer.None, await SendAsync(Open, "http://nobody.invalid/"));

    private static string Answer(int length, string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}";

    private async Task<PostAnswer> SendAsync(TagOptions options, string? url = null)
    {
        using var post = new HttpRecogniserPost(options, TimeProvider.System);
        return await post.SendAsync(
            url ?? _receiver.Url, Headers, Encoding.UTF8.GetBytes("{\"JobId\":\"测试\"}"), CancellationToken.None);
    }
}

using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.External;
using MediaInfo.TestSupport;

namespace MediaInfo.Core.Tests.Tags.External;

public sealed class RecogniserCallsTests
{
    private const string Found = """{"Results":[{"Type":"VideoLabel","Data":{}}]}""";
    private static readonly JobKey Job = new("100", "job-1");
    private static readonly TagOptions Options = new() { Url = "https://example.com/", Key = "secret", Calls = 3 };

    private readonly ManualTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    [Fact]
    public async Task An_answer_ends_the_calls()
    {
        var post = new ScriptedPost(ScriptedPost.Ok(Found));

        var (results, failure) = await SendAsync(post);

        Assert.Null(failure);
        Assert.Equal("VideoLabel", Assert.Single(results!).Type);
        Assert.Single(post.Calls);
    }

    [Fact]
    public async Task The_calls_are_signed()
    {
        var post = new ScriptedPost(ScriptedPost.Ok(Found));

        await SendAsync(post);

        // printf '1700000000.job-1.{"JobId":"job-1"}' | openssl dgst -sha256 -hmac secret
        var headers = Assert.Single(post.Calls).Headers;
        Assert.Equal("1700000000", headers["X-MediaInfo-Timestamp"]);
        Assert.Equal("job-1", headers["X-MediaInfo-Delivery"]);
        Assert.Equal(
            "sha256=2c57e6d435eeeac809629beb32b4301730d293e76ba293de7478e5aa7c47c3ba", headers["X-MediaInfo-Signature"]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(null)]
    public async Task A_passing_failure_is_tried_again_after_a_pause(int? status)
    {
        var post = new ScriptedPost(new PostAnswer(status, default, IsTooLong: false), ScriptedPost.Ok(Found));

        var sending = SendAsync(post);
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var (results, failure) = await sending.SoonAsync();

        Assert.Null(failure);
        Assert.Single(results!);
        Assert.Equal(2, post.Calls.Count);
        Assert.NotEqual(post.Calls[0].Headers["X-MediaInfo-Signature"], post.Calls[1].Headers["X-MediaInfo-Signature"]);
    }

    [Fact]
    public async Task The_pauses_grow_and_the_tries_end()
    {
        var post = new ScriptedPost(ScriptedPost.Status(502));

        var sending = SendAsync(post);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.HoldsAsync("the second call", () => post.Calls.Count == 2);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        var (_, failure) = await sending.SoonAsync();

        Assert.Equal(new JobFailure(FailureReason.RecogniserFailed, "The recogniser answered with 502"), failure);
        Assert.Equal(3, post.Calls.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(307)]
    public async Task A_refusal_is_final(int status)
    {
        var post = new ScriptedPost(ScriptedPost.Status(status));

        var (_, failure) = await SendAsync(post);

        Assert.Equal(new JobFailure(FailureReason.RecogniserFailed, $"The recogniser answered with {status}"), failure);
        Assert.Single(post.Calls);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_used_is_final()
    {
        var (_, broken) = await SendAsync(new ScriptedPost(ScriptedPost.Ok("<html>")));
        var (_, tooLong) = await SendAsync(new ScriptedPost(new PostAnswer(200, default, IsTooLong: true)));

        Assert.Contains("cannot be used: it is no JSON", broken!.Detail, StringComparison.Ordinal);
        Assert.Equal("The answer of the recogniser is longer than 4194304 bytes", tooLong!.Detail);
    }

    [Fact]
    public async Task A_pause_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var sending = new RecogniserCalls(new ScriptedPost(ScriptedPost.Status(500)), Options, _time)
            .SendAsync(Job, Body, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.SoonAsync());
    }

    private static byte[] Body => Encoding.UTF8.GetBytes("""{"JobId":"job-1"}""");

    private Task<(IReadOnlyList<TagResult>? Results, JobFailure? Failure)> SendAsync(ScriptedPost post) =>
        new RecogniserCalls(post, Options, _time).SendAsync(Job, Body, CancellationToken.None);
}

using MediaInfo.Core.Health;
using MediaInfo.TestSupport;

namespace MediaInfo.Core.Tests.Health;

public sealed class ReadinessChecksTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly TaskCompletionSource<Readiness> _answer = new();
    private int _asked;

    [Fact]
    public async Task A_thousand_concurrent_callers_cause_one_check()
    {
        var checks = Checks(_ => _answer.Task);

        var asked = Enumerable.Range(0, 1000).Select(_ => checks.RunAsync(CancellationToken.None)).ToList();
        _answer.SetResult(new Readiness(IsReady: true, "answers"));

        Assert.All(await Task.WhenAll(asked), found => Assert.Equal(new Readiness(IsReady: true, "answers"), found["storage"]));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_result_is_reused_for_a_second()
    {
        var checks = Checks(_ => Task.FromResult(new Readiness(IsReady: true, $"{_asked}")));

        Assert.Equal("1", (await checks.RunAsync(CancellationToken.None))["storage"].Detail);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("1", (await checks.RunAsync(CancellationToken.None))["storage"].Detail);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("2", (await checks.RunAsync(CancellationToken.None))["storage"].Detail);
    }

    [Fact]
    public async Task A_caller_that_hangs_up_does_not_end_the_wait_of_others()
    {
        using var gone = new CancellationTokenSource();
        var checks = Checks(_ => _answer.Task);
        var first = checks.RunAsync(gone.Token);
        var second = checks.RunAsync(CancellationToken.None);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _answer.SetResult(new Readiness(IsReady: true, "answers"));

        Assert.True((await second)["storage"].IsReady);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_check_that_hangs_fails()
    {
        var run = Checks(_ => _answer.Task).RunAsync(CancellationToken.None);
        await Eventually.HoldsAsync("the check has begun", () => _time.WaitingTimers == 1);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new Readiness(IsReady: false, "did not respond within 60 s"), (await run)["storage"]);
    }

    [Fact]
    public async Task A_check_that_throws_fails() => Assert.Equal(
        new Readiness(IsReady: false, "failed: No such host"),
        (await Checks(_ => throw new HttpRequestException("No such host")).RunAsync(CancellationToken.None))["storage"]);

    [Fact]
    public async Task Without_checks_the_result_is_empty() =>
        Assert.Empty(await new ReadinessChecks([], _time).RunAsync(CancellationToken.None));

    private ReadinessChecks Checks(Func<CancellationToken, Task<Readiness>> check) => new([new Check(token =>
    {
        Interlocked.Increment(ref _asked);
        return check(token);
    })], _time);

    private sealed class Check(Func<CancellationToken, Task<Readiness>> check) : IReadiness
    {
        public string Name => "storage";

        public Task<Readiness> CheckAsync(CancellationToken cancellationToken) => check(cancellationToken);
    }
}

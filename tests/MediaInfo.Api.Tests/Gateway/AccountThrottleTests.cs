using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class AccountThrottleTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(25)]
    public void An_account_can_send_a_burst_up_to_the_limit_and_is_then_refused_until_a_request_is_free(int limit)
    {
        var throttle = New(limit);

        Assert.All(Enumerable.Range(0, limit), _ => Assert.Null(Refused(throttle)));
        var wait = Refused(throttle);
        _time.Advance(wait!.Value);
        Assert.Null(Refused(throttle));
        Assert.NotNull(Refused(throttle));
    }

    [Fact]
    public void No_more_than_the_limit_is_saved_up()
    {
        var throttle = New(limit: 3);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(3, Enumerable.Range(0, 10).Count(_ => Refused(throttle) is null));
    }

    [Fact]
    public void Other_accounts_and_other_actions_are_unaffected()
    {
        var throttle = New(limit: 1);
        Assert.Null(Refused(throttle));
        Assert.NotNull(Refused(throttle));

        Assert.Null(Refused(throttle, account: "b"));
        Assert.Null(Refused(throttle, action: "Query"));
        Assert.True(throttle.TryEnter("a", "ims", "Submit", out _));
    }

    [Fact]
    public void A_shared_limit_counts_all_actions_of_an_account_together()
    {
        var throttle = New(limit: 2, shared: 3);

        Assert.Null(Refused(throttle));
        Assert.Null(Refused(throttle));
        Assert.NotNull(Refused(throttle));
        Assert.Null(Refused(throttle, action: "Query"));
        Assert.NotNull(Refused(throttle, action: "Query"));
        Assert.Null(Refused(throttle, account: "b"));
    }

    [Fact]
    public void What_the_shared_limit_refuses_does_not_count_against_the_action()
    {
        var throttle = New(limit: 1, shared: 1);
        Assert.Null(Refused(throttle));
        _time.Advance(Refused(throttle, action: "Query")!.Value);

        Assert.Null(Refused(throttle, action: "Query"));
    }

    [Fact]
    public void Refused_callers_are_told_to_come_back_one_after_another_and_within_a_second()
    {
        var throttle = New(limit: 4);
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Null(Refused(throttle)));

        var waits = Enumerable.Range(0, 6).Select(_ => Refused(throttle)!.Value.TotalMilliseconds);

        Assert.Equal([250, 500, 750, 1000, 1000, 1000], waits);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Null(Refused(throttle));
        Assert.Equal(1000, Refused(throttle)!.Value.TotalMilliseconds);
    }

    [Fact]
    public async Task Beyond_the_limit_the_answer_has_the_vendors_form_and_the_milliseconds_until_a_request_is_free()
    {
        using var rig = Rig(limit: 3);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await rig.SendAsync(Call())).Status);
        }

        var answer = await rig.SendAsync(Call());

        Assert.Equal((400, "Throttling.User", "Request was denied due to user flow control."), answer.Error);
        Assert.Equal("334", answer.Headers["x-acs-retry-after"]);
        Assert.Equal(200, (await rig.SendAsync(Call().By("otherid", "othersecret"))).Status);
        Assert.Equal(200, (await rig.SendAsync(RpcRequest.Of("SearchPipeline"))).Status);
        rig.Time.Advance(TimeSpan.FromMilliseconds(334));
        Assert.Equal(200, (await rig.SendAsync(Call())).Status);
    }

    // Otherwise a flood would fill memory with nonces, and storage too for calls that change something.
    [Fact]
    public async Task A_throttled_request_does_not_use_up_its_nonce()
    {
        using var rig = Rig(limit: 1);
        await rig.SendAsync(Call());
        var wire = Call().ToWire();
        Assert.Equal("Throttling.User", (await rig.SendAsync(wire)).Error.Code);

        rig.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await rig.SendAsync(wire)).Status);
    }

    [Fact]
    public async Task A_replay_does_not_count_against_the_signers_limit()
    {
        using var rig = Rig(limit: 2);
        var wire = Call().ToWire();
        await rig.SendAsync(wire);

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("SignatureNonceUsed", (await rig.SendAsync(wire)).Error.Code);
        }

        Assert.Equal(200, (await rig.SendAsync(Call())).Status);
    }

    [Fact]
    public async Task An_unsigned_request_counts_against_no_account()
    {
        using var rig = Rig(limit: 1);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("SignatureDoesNotMatch", (await rig.SendAsync(Call() with { Secret = "wrong" })).Error.Code);
        }

        var answer = await rig.SendAsync(Call());

        Assert.Equal(200, answer.Status);
        Assert.False(answer.Headers.ContainsKey("x-acs-retry-after"));
    }

    private static RpcRequest Call() => RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"));

    private static ApiRig Rig(int limit) =>
        new(services => services.AddSingleton(new GatewayOptions { RequestsPerSecond = limit }));

    private static TimeSpan? Refused(AccountThrottle throttle, string account = "a", string action = "Submit") =>
        throttle.TryEnter(account, "mps", action, out var wait) ? null : wait;

    private AccountThrottle New(int limit, int shared = 0) =>
        new(new GatewayOptions { RequestsPerSecond = limit, SharedRequestsPerSecond = shared }, _time);
}

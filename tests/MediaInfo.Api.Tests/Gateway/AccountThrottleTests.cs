using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class AccountThrottleTests
{
    // Far more requests than any machine accepts in the time that they take.
    private const int Tries = 1_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(25)]
    public void An_account_can_send_a_burst_up_to_the_limit_and_is_then_refused(int limit)
    {
        using var throttle = new AccountThrottle(new GatewayOptions { RequestsPerSecond = limit });

        Assert.All(Enumerable.Range(0, limit), _ => Assert.True(throttle.TryEnter("a", "mps")));
        Assert.Contains(Enumerable.Range(0, Tries), _ => !throttle.TryEnter("a", "mps"));
    }

    [Fact]
    public void Other_accounts_are_unaffected()
    {
        using var throttle = new AccountThrottle(new GatewayOptions { RequestsPerSecond = 3 });
        Assert.Contains(Enumerable.Range(0, Tries), _ => !throttle.TryEnter("a", "mps"));

        Assert.All(Enumerable.Range(0, 3), _ => Assert.True(throttle.TryEnter("b", "mps")));
    }

    [Fact]
    public async Task Beyond_the_limit_the_answer_has_the_vendors_form_and_a_retry_time()
    {
        using var rig = new ApiRig(services => services.AddSingleton(new GatewayOptions { RequestsPerSecond = 1 }));
        WireAnswer answer;
        do
        {
            answer = await rig.SendAsync(Call());
        }
        while (answer.Status == 200);

        Assert.Equal((400, "Throttling.User", "Request was denied due to user flow control."), answer.Error);
        Assert.Equal("100", answer.Headers["x-acs-retry-after"]);
        Assert.Equal(200, (await rig.SendAsync(Call().By("otherid", "othersecret"))).Status);
    }

    // Otherwise a flood would fill memory with nonces, and storage too for calls that change something.
    [Fact]
    public async Task A_throttled_request_does_not_use_up_its_nonce()
    {
        using var rig = new ApiRig(services => services.AddSingleton(new GatewayOptions { RequestsPerSecond = 1 }));
        WireRequest wire;
        do
        {
            wire = Call().ToWire();
        }
        while ((await rig.SendAsync(wire)).Status == 200);

        var again = await rig.SendAsync(wire);
        while (again.Error.Code is "Throttling.User")
        {
            again = await rig.SendAsync(wire);
        }

        Assert.Equal(200, again.Status);
    }

    [Fact]
    public async Task A_replay_does_not_count_against_the_signers_limit()
    {
        using var rig = new ApiRig(services => services.AddSingleton(new GatewayOptions { RequestsPerSecond = 2 }));
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
        using var rig = new ApiRig(services => services.AddSingleton(new GatewayOptions { RequestsPerSecond = 1 }));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("SignatureDoesNotMatch", (await rig.SendAsync(Call() with { Secret = "wrong" })).Error.Code);
        }

        var answer = await rig.SendAsync(Call());

        Assert.Equal(200, answer.Status);
        Assert.False(answer.Headers.ContainsKey("x-acs-retry-after"));
    }

    private static RpcRequest Call() => RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"));
}

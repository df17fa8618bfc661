using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class AccountThrottleTests
{
    // Far more than any machine lets in while they are tried.
    private const int Tries = 1_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(25)]
    public void An_account_may_send_as_many_at_once_as_the_limit_and_is_then_refused(int limit)
    {
        using var throttle = new AccountThrottle(new GatewayOptions { RequestsPerSecond = limit });

        Assert.All(Enumerable.Range(0, limit), _ => Assert.True(throttle.TryEnter("a", "mps")));
        Assert.Contains(Enumerable.Range(0, Tries), _ => !throttle.TryEnter("a", "mps"));
    }

    [Fact]
    public void Another_account_is_untouched_by_that()
    {
        using var throttle = new AccountThrottle(new GatewayOptions { RequestsPerSecond = 3 });
        Assert.Contains(Enumerable.Range(0, Tries), _ => !throttle.TryEnter("a", "mps"));

        Assert.All(Enumerable.Range(0, 3), _ => Assert.True(throttle.TryEnter("b", "mps")));
    }

    [Fact]
    public async Task Beyond_the_limit_the_answer_is_the_vendors_and_says_when_to_try_again()
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

    // Else a flood would fill the memory, and for calls that change something storage, with nonces.
    [Fact]
    public async Task A_request_beyond_the_limit_does_not_use_its_nonce()
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
    public async Task A_replay_takes_nothing_of_the_signers_share()
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
    public async Task A_request_that_nobody_signed_takes_no_ones_share()
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

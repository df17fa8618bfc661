using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>Two processes that share a store of used nonces.</summary>
public sealed class SharedNonceTests
{
    private readonly InMemoryNonceStore _store = new();
    private readonly RpcAuthenticator _here;
    private readonly RpcAuthenticator _there;

    public SharedNonceTests() => (_here, _there) = (NewProcess(_store), NewProcess(_store));

    public static TheoryData<string> Signatures => new("version 1", "version 3");

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task A_replay_of_a_change_is_refused_in_another_process(string signature)
    {
        var call = Call(signature);

        Assert.Null(await ErrorAsync(_here, call, changesState: true));
        Assert.Equal("SignatureNonceUsed", await ErrorAsync(_there, call, changesState: true));
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task A_replay_of_a_query_is_refused_only_in_the_same_process(string signature)
    {
        var call = Call(signature);

        Assert.Null(await ErrorAsync(_here, call, changesState: false));
        Assert.Null(await ErrorAsync(_there, call, changesState: false));
        Assert.Equal("SignatureNonceUsed", await ErrorAsync(_here, call, changesState: false));
    }

    [Fact]
    public async Task The_store_is_not_called_for_a_query_or_a_wrong_signature()
    {
        var store = Substitute.For<INonceStore>();
        var process = NewProcess(store);

        await ErrorAsync(process, Call("version 1"), changesState: false);
        await ErrorAsync(process, (Acs3Request.Of("Any") with { Secret = "wrong" }).ToWire(), changesState: true);

        Assert.Empty(store.ReceivedCalls());
    }

    [Fact]
    public async Task The_store_gets_the_signed_time()
    {
        var store = Substitute.For<INonceStore>();

        await ErrorAsync(
            NewProcess(store), (Acs3Request.Of("Any") with { Date = "2024-02-29T11:59:00Z" }).ToWire(), changesState: true);

        await store.Received(1).TryUseAsync(
            "testid", Arg.Any<string>(), new DateTimeOffset(2024, 2, 29, 11, 59, 0, TimeSpan.Zero), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Changes_fail_while_the_store_is_unavailable()
    {
        _store.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => ErrorAsync(_here, Call("version 3"), changesState: true));
    }

    private static WireRequest Call(string signature) =>
        signature is "version 1" ? RpcRequest.Of("Any").ToWire() : Acs3Request.Of("Any").ToWire();

    private static RpcAuthenticator NewProcess(INonceStore store)
    {
        var time = new ManualTimeProvider();
        var key = new AccessKey { Id = "testid", Secret = "testsecret", Allow = ["*"] };
        var accounts = new AccountDirectory(new AccountOptions { List = [new Account { Id = ApiRig.Account, Keys = [key] }] });
        return new RpcAuthenticator(accounts, new SignatureClock(time), new NonceMemory(time), store);
    }

    private static async Task<string?> ErrorAsync(RpcAuthenticator process, WireRequest wire, bool changesState)
    {
        var request = wire.ToApi();
        var (caller, error) = await process.AuthenticateAsync(
            request, RpcParameters.Of(request), changesState, admit: _ => null, CancellationToken.None);
        Assert.Equal(caller is null, error is not null);
        return error?.Code;
    }
}

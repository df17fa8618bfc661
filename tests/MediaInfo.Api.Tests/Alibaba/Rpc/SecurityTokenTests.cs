using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>An account with a permanent key and one with a security token, under both signature versions.</summary>
public sealed class SecurityTokenTests : IDisposable
{
    private static readonly Account Owner = new()
    {
        Id = ApiRig.Account,
        Keys =
        [
            new AccessKey { Id = "lasting", Secret = "testsecret", Allow = ["*"] },
            new AccessKey { Id = "passing", Secret = "testsecret", Allow = ["*"], SecurityToken = "STS/token+1==" },
        ],
    };

    private readonly ApiRig _rig = new(services => services.AddSingleton(new AccountOptions { List = [Owner] }));

    public static TheoryData<string, string?, int, string?> Cases => new()
    {
        { "lasting", null, 200, null },
        { "lasting", "any token", 200, null },
        { "passing", "STS/token+1==", 200, null },
        { "passing", null, 400, "MissingSecurityToken" },
        { "passing", "STS/token+1=", 400, "InvalidSecurityToken.MismatchWithAccessKey" },
        { "passing", "sts/token+1==", 400, "InvalidSecurityToken.MismatchWithAccessKey" },
    };

    public void Dispose() => _rig.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Version_1_requires_the_token_of_a_key_that_has_one_and_ignores_other_tokens(
        string key, string? token, int status, string? code)
    {
        var call = RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1")).By(key, "testsecret");
        var answer = await _rig.SendAsync(token is null ? call : call.With(("SecurityToken", token)));

        Assert.Equal((status, code), (answer.Status, answer.Error.Code));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Version_3_has_the_same_rule_for_tokens(string key, string? token, int status, string? code)
    {
        var call = Acs3Request.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1")) with { KeyId = key, SecurityToken = token };
        var answer = await _rig.SendAsync(call.ToWire());

        Assert.Equal((status, code), (answer.Status, answer.Error.Code));
    }

    [Fact]
    public async Task The_error_does_not_reveal_the_correct_token()
    {
        var call =
            Acs3Request.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1")) with { KeyId = "passing", SecurityToken = "wrong" };

        Assert.DoesNotContain("token+1", (await _rig.SendAsync(call.ToWire())).Body, StringComparison.Ordinal);
    }
}

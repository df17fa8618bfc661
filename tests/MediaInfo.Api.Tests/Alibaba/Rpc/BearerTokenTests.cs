using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class BearerTokenTests : IDisposable
{
    private const string Query = "QueryMediaInfoJobList";

    private readonly ApiRig _rig = new(services => services.AddSingleton(new AccountOptions
    {
        List =
        [
            new Account
            {
                Id = ApiRig.Account,
                Tokens = [new AccessToken { Value = "testtoken" }, new AccessToken { Value = "reader", Allow = ["mts:Query*"] }],
            },
        ],
    }));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_token_in_a_header_replaces_a_signature_as_the_newer_SDKs_send_it()
    {
        Assert.Equal(200, (await _rig.SendAsync(WithHeaders("?SignatureType=BEARERTOKEN", Query, "testtoken"))).Status);
        Assert.Equal(200, (await _rig.SendAsync(
            WithHeaders("", Query, "testtoken", ("x-acs-signature-type", "BEARERTOKEN")))).Status);
    }

    [Fact]
    public async Task A_token_in_a_parameter_replaces_a_signature_as_the_older_SDKs_send_it()
    {
        var common = $"?Action={Query}&Version=2014-06-18&Format=json&MediaInfoJobIds=1";

        var answer = await _rig.SendAsync(
            new WireRequest("POST", common + "&BearerToken=testtoken&SignatureType=BEARERTOKEN"));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task A_token_is_checked()
    {
        Assert.Equal(
            (400, "InvalidBearerToken", "Specified parameter BearerToken is not valid."),
            (await _rig.SendAsync(WithHeaders("?SignatureType=BEARERTOKEN", Query, "other"))).Error);
        Assert.Equal(
            (400, "MissingBearerToken", "BearerToken is mandatory for this action."),
            (await _rig.SendAsync(WithHeaders("?SignatureType=BEARERTOKEN", Query, ""))).Error);
        Assert.Equal("MissingAccessKeyId", (await _rig.SendAsync(
            new WireRequest("POST", $"?Action={Query}&Version=2014-06-18&Format=JSON&BearerToken=testtoken"))).Code);
    }

    [Fact]
    public async Task A_token_can_only_call_the_actions_that_it_is_allowed()
    {
        Assert.Equal(200, (await _rig.SendAsync(WithHeaders("?SignatureType=BEARERTOKEN", Query, "reader"))).Status);
        Assert.Equal(
            "Forbidden.RAM",
            (await _rig.SendAsync(WithHeaders("?SignatureType=BEARERTOKEN", "SearchPipeline", "reader"))).Code);
    }

    [Fact]
    public async Task Another_type_of_signature_is_refused() => Assert.Equal("InvalidSignatureMethod", (await _rig.SendAsync(
        new WireRequest(
            "POST",
            $"?Action={Query}&Version=2014-06-18&Format=JSON&SignatureType=PRIVATEKEY&AccessKeyId=a&Signature=b"
            + "&SignatureNonce=c&Timestamp=2024-02-29T12:00:00Z"))).Code);

    private static WireRequest WithHeaders(string query, string action, string token, params (string, string)[] more) =>
        new("POST", query)
        {
            Accept = "application/json",
            ContentType = "application/x-www-form-urlencoded",
            Body = [.. "MediaInfoJobIds=1"u8],
            Headers = new[] { ("x-acs-action", action), ("x-acs-version", "2014-06-18"), ("x-acs-bearer-token", token) }
                .Concat(more)
                .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase),
        };
}

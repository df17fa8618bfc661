using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class RpcAuthenticatorTests : IDisposable
{
    private const string Mismatch = "Specified signature is not matched with our calculation. server string to sign is:";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("AccessKeyId", "MissingAccessKeyId")]
    [InlineData("Timestamp", "MissingTimestamp")]
    [InlineData("SignatureNonce", "MissingSignatureNonce")]
    public async Task A_missing_parameter_is_named(string name, string code)
    {
        var expected = (400, code, $"{name} is mandatory for this action.");

        Assert.Equal(expected, (await _rig.SendAsync(Call().Without(name))).Error);
        Assert.Equal(expected, (await _rig.SendAsync(Call().With((name, "")))).Error);
    }

    [Fact]
    public async Task A_missing_signature_is_named()
    {
        var call = Call();

        var answer = await _rig.SendAsync(call.ToWire(call.Sign().Where(pair => pair.Key is not "Signature")));

        Assert.Equal((400, "MissingSignature", "Signature is mandatory for this action."), answer.Error);
    }

    [Theory]
    [InlineData("SignatureMethod", "HMAC-SHA256")]
    [InlineData("SignatureVersion", "2.0")]
    [InlineData("SignatureType", "PRIVATEKEY")]
    public async Task Another_scheme_is_refused(string name, string value) => Assert.Equal(
        (400, "InvalidSignatureMethod", "Specified signature method is not valid."),
        (await _rig.SendAsync(Call().With((name, value)))).Error);

    [Theory]
    [InlineData("SignatureMethod", "Hmac-SHA1")]
    [InlineData("SignatureMethod", "")]
    [InlineData("SignatureVersion", "")]
    [InlineData("SignatureType", "")]
    public async Task All_spellings_of_the_scheme_are_accepted(string name, string value) =>
        Assert.Equal(200, (await _rig.SendAsync(Call().With((name, value)))).Status);

    [Fact]
    public async Task A_malformed_time_is_refused() => Assert.Equal(
        (400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."),
        (await _rig.SendAsync(Call().With(("Timestamp", "now")))).Error);

    [Theory]
    [InlineData("2024-02-29T11:44:59Z")]
    [InlineData("2024-02-29T12:15:01Z")]
    public async Task A_time_outside_the_window_is_refused(string time) => Assert.Equal(
        (400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."),
        (await _rig.SendAsync(Call().With(("Timestamp", time)))).Error);

    [Fact]
    public async Task An_unknown_key_is_refused() => Assert.Equal(
        (404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
        (await _rig.SendAsync(Call().By("TESTID", "testsecret"))).Error);

    [Fact]
    public async Task The_error_for_a_wrong_signature_shows_the_string_to_sign_but_no_secret()
    {
        var answer = await _rig.SendAsync(Call() with { Secret = "othersecret" });

        Assert.Equal((400, "SignatureDoesNotMatch"), (answer.Status, answer.Error.Code));
        Assert.StartsWith(Mismatch + "POST&%2F&AccessKeyId%3Dtestid%26Action%3D", answer.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_nonce_is_refused()
    {
        var call = Call();
        Assert.Equal(200, (await _rig.SendAsync(call)).Status);

        var again = (400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        Assert.Equal(again, (await _rig.SendAsync(call)).Error);
        Assert.Equal(again, (await _rig.SendAsync(call.With(("MediaInfoJobIds", "other")))).Error);
    }

    [Fact]
    public async Task A_wrong_signature_does_not_use_up_a_nonce()
    {
        var call = Call();
        await _rig.SendAsync(call with { Secret = "wrong" });

        Assert.Equal(200, (await _rig.SendAsync(call)).Status);
    }

    [Fact]
    public async Task A_nonce_used_in_another_process_is_refused_for_actions_that_change_something()
    {
        var submit = RpcRequest.Of("SubmitMediaInfoJob", ("Input", "{}"));
        await _rig.Nonces.TryUseAsync("testid", submit.Sign()["SignatureNonce"], ApiJobs.CreatedAt, CancellationToken.None);
        var query = Call();
        await _rig.Nonces.TryUseAsync("testid", query.Sign()["SignatureNonce"], ApiJobs.CreatedAt, CancellationToken.None);

        Assert.Equal("SignatureNonceUsed", (await _rig.SendAsync(submit)).Error.Code);
        Assert.Equal(200, (await _rig.SendAsync(query)).Status);
    }

    // Each request has this fault and all later ones. The answer reports this one.
    [Fact]
    public async Task Checks_run_in_the_vendors_order()
    {
        var wrong = Call() with { Secret = "wrong" };
        var stranger = wrong.With(("AccessKeyId", "nobody"));
        var expired = stranger.With(("Timestamp", "2023-01-01T00:00:00Z"));
        var noTime = expired.With(("Timestamp", "now"));
        var scheme = noTime.With(("SignatureVersion", "2.0"));
        var noNonce = scheme.Without("SignatureNonce");
        var noAction = noNonce.With(("Action", "Nothing"));
        var noVersion = noAction.With(("Version", "1999-01-01"));
        var noName = noVersion.Without("Action");
        var method = noName with { Method = "PUT" };
        var format = method.With(("Format", "YAML"));

        (RpcRequest Request, string Code)[] order =
        [
            (format, "InvalidParameter.Format"),
            (method, "UnsupportedHTTPMethod"),
            (noName, "MissingAction"),
            (noVersion, "InvalidVersion"),
            (noAction, "InvalidAction.NotFound"),
            (noNonce, "MissingSignatureNonce"),
            (scheme, "InvalidSignatureMethod"),
            (noTime, "InvalidTimeStamp.Format"),
            (expired, "InvalidTimeStamp.Expired"),
            (stranger, "InvalidAccessKeyId.NotFound"),
            (wrong, "SignatureDoesNotMatch"),
        ];
        foreach (var (request, code) in order)
        {
            Assert.Equal(code, (await _rig.SendAsync(request)).Error.Code);
        }
    }

    private static RpcRequest Call() => RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"));
}

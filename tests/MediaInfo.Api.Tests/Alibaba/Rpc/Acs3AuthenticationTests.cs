using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>Requests with signature version 3, and every reason to refuse them.</summary>
public sealed class Acs3AuthenticationTests : IDisposable
{
    private const string Incomplete = "The request signature does not conform to Aliyun standards.";
    private const string Mismatch =
        "Specified signature does not match our calculation. server StringToSign is [ACS3-HMAC-SHA256\n";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_signed_request_is_answered_in_JSON(string method)
    {
        var answer = await SendAsync(Call() with { Method = method });

        Assert.Equal((200, "application/json;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal("1", (string?)answer.Json["NonExistMediaInfoJobIds"]!["String"]![0]);
    }

    [Fact]
    public async Task Parameters_can_also_be_sent_as_a_form_or_a_JSON_body()
    {
        var form = await SendAsync(Acs3Request.Of("QueryMediaInfoJobList").WithForm("MediaInfoJobIds=a%2Cb"));
        var json = await SendAsync(Acs3Request.Of("QueryMediaInfoJobList").WithJson("""{"MediaInfoJobIds":"a,b"}"""));

        Assert.All(
            [form, json],
            answer => Assert.Equal("""["a","b"]""", answer.Json["NonExistMediaInfoJobIds"]!["String"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("ACS3-HMAC-SHA256 nonsense")]
    [InlineData("ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host")]
    [InlineData("ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=abc")]
    public async Task An_incomplete_signature_is_refused(string authorization)
    {
        var wire = Call().ToWire();
        var headers =
            new Dictionary<string, string>(wire.Headers, StringComparer.OrdinalIgnoreCase) { ["Authorization"] = authorization };

        Assert.Equal((400, "IncompleteSignature", Incomplete), (await _rig.SendAsync(wire with { Headers = headers })).Error);
    }

    [Theory]
    [InlineData("host")]
    [InlineData("x-acs-action")]
    [InlineData("x-acs-version")]
    [InlineData("x-acs-date")]
    [InlineData("x-acs-signature-nonce")]
    [InlineData("x-acs-content-sha256")]
    public async Task A_request_with_an_unsigned_mandatory_header_is_refused(string name) =>
        Assert.Equal((400, "IncompleteSignature", Incomplete), (await SendAsync(Call() with { NotSigned = [name] })).Error);

    [Fact]
    public async Task The_content_type_of_a_body_must_be_signed() => Assert.Equal(
        (400, "IncompleteSignature", Incomplete),
        (await SendAsync(
            Acs3Request.Of("QueryMediaInfoJobList").WithForm("MediaInfoJobIds=a") with { NotSigned = ["content-type"] })).Error);

    [Theory]
    [InlineData("x-acs-date", "MissingTimestamp", "Timestamp is mandatory for this action.")]
    [InlineData("x-acs-signature-nonce", "MissingSignatureNonce", "SignatureNonce is mandatory for this action.")]
    public async Task A_missing_signed_header_is_named(string name, string code, string message) =>
        Assert.Equal((400, code, message), (await SendAsync(Call().With(name, ""))).Error);

    [Theory]
    [InlineData("ACS3-HMAC-SM3")]
    [InlineData("ACS3-RSA-SHA256")]
    [InlineData("ACS4-HMAC-SHA256")]
    [InlineData("Bearer")]
    public async Task Another_algorithm_is_refused(string algorithm) => Assert.Equal(
        (400, "InvalidSignatureMethod", "Specified signature method is not valid."),
        (await SendAsync(Call() with { Algorithm = algorithm })).Error);

    [Fact]
    public async Task A_body_that_does_not_match_its_signed_digest_is_refused()
    {
        var signed = Acs3Request.Of("QueryMediaInfoJobList").WithForm("MediaInfoJobIds=a").ToWire();

        var answer = await _rig.SendAsync(signed with { Body = [.. "MediaInfoJobIds=b"u8] });

        Assert.Equal("SignatureDoesNotMatch", answer.Error.Code);
    }

    [Fact]
    public async Task A_signed_digest_of_another_body_is_refused()
    {
        var call = Call().With("x-acs-content-sha256", new string('0', 64));

        Assert.Equal("SignatureDoesNotMatch", (await SendAsync(call)).Error.Code);
    }

    [Fact]
    public async Task The_error_for_a_wrong_signature_shows_the_string_to_sign_but_no_secret()
    {
        var answer = await SendAsync(Call() with { Secret = "othersecret" });

        Assert.Equal((400, "SignatureDoesNotMatch"), (answer.Status, answer.Error.Code));
        Assert.StartsWith(Mismatch, answer.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-02-29T11:44:59Z", "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")]
    [InlineData("2024-02-29T12:15:01Z", "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")]
    [InlineData(
        "Thu, 29 Feb 2024 12:00:00 GMT",
        "InvalidTimeStamp.Format",
        "Specified time stamp or date value is not well formatted.")]
    public async Task An_invalid_or_expired_time_is_refused(string date, string code, string message) =>
        Assert.Equal((400, code, message), (await SendAsync(Call() with { Date = date })).Error);

    [Fact]
    public async Task An_unknown_key_is_refused() => Assert.Equal(
        (404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
        (await SendAsync(Call() with { KeyId = "nobody" })).Error);

    [Fact]
    public async Task A_used_nonce_is_refused()
    {
        var call = Call();

        Assert.Equal(200, (await SendAsync(call)).Status);
        Assert.Equal((400, "SignatureNonceUsed", "Specified signature nonce was used already."), (await SendAsync(call)).Error);
    }

    [Fact]
    public async Task The_signed_action_header_overrides_an_action_parameter()
    {
        var call = Acs3Request.Of(
            "QueryMediaInfoJobList", ("MediaInfoJobIds", "1"), ("Action", "SubmitMediaInfoJob"), ("Version", "1999-01-01"));

        Assert.NotNull((await SendAsync(call)).Json["MediaInfoJobList"]);
    }

    [Fact]
    public async Task An_unknown_action_is_refused() =>
        Assert.Equal((404, "InvalidAction.NotFound"), Short(await SendAsync(Acs3Request.Of("Nothing"))));

    [Fact]
    public async Task A_key_can_only_call_the_actions_that_it_is_allowed()
    {
        var reader =
            Acs3Request.Of("SubmitMediaInfoJob", ("Input", ApiJobs.Input)) with { KeyId = "reader", Secret = "readersecret" };

        Assert.Equal((403, "Forbidden.RAM"), Short(await SendAsync(reader)));
        Assert.Equal(200, (await SendAsync(Call() with { KeyId = "reader", Secret = "readersecret" })).Status);
    }

    private static (int Status, string? Code) Short(WireAnswer answer) => (answer.Error.Status, answer.Error.Code);

    private static Acs3Request Call() => Acs3Request.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"));

    private Task<WireAnswer> SendAsync(Acs3Request request) => _rig.SendAsync(request.ToWire());
}

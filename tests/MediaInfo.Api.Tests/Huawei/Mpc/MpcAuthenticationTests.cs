using MediaInfo.Api.Huawei.Signing;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

public sealed class MpcAuthenticationTests : IDisposable
{
    private const string Digest = SdkHmacSignature.ContentDigestHeader;
    private static readonly string Body = $$"""{"input":{{MpcJobs.Input}}}""";
    private readonly MpcRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_signed_request_is_answered() => Assert.Equal(200, (await _rig.SendAsync(MpcRequest.List())).Status);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:7071")]
    public async Task The_host_can_be_signed_with_or_without_its_port(string host) =>
        Assert.Equal(200, (await _rig.SendAsync(MpcRequest.List() with { SignedHost = host })).Status);

    [Theory]
    [InlineData("host")]
    [InlineData("content-type")]
    [InlineData("x-project-id")]
    public async Task Only_the_time_has_to_be_signed(string name) =>
        Assert.Equal(200, (await _rig.SendAsync(MpcRequest.List() with { NotSigned = [name] })).Status);

    [Fact]
    public async Task The_time_has_to_be_signed() =>
        await RefusesAsync(MpcRequest.List() with { NotSigned = ["x-sdk-date"] }, "0301");

    [Theory]
    [InlineData("20240229T114500Z", true)]
    [InlineData("20240229T121500Z", true)]
    [InlineData("20240229T114459Z", false)]
    [InlineData("20240229T121501Z", false)]
    [InlineData("2024-02-29T12:00:00Z", false)]
    [InlineData("yesterday", false)]
    public async Task A_request_is_valid_for_15_minutes(string date, bool good)
    {
        var request = MpcRequest.List().With("x-sdk-date", date);
        if (good)
        {
            Assert.Equal(200, (await _rig.SendAsync(request)).Status);
        }
        else
        {
            Assert.Contains(date, await RefusesAsync(request, "0303"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("V11-HMAC-SHA256")]
    [InlineData("SDK-HMAC-SM3")]
    [InlineData("ACS3-HMAC-SHA256")]
    [InlineData("Bearer")]
    public async Task Other_algorithms_are_refused(string algorithm) =>
        await RefusesAsync(MpcRequest.List() with { Algorithm = algorithm }, "0301");

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_key_are_refused()
    {
        Assert.Contains(
            "verify aksk signature fail",
            await RefusesAsync(MpcRequest.List() with { Secret = "wrong" }, "0301"),
            StringComparison.Ordinal);
        Assert.Contains(
            "Get secretKey failed",
            await RefusesAsync(MpcRequest.List() with { KeyId = "nobody" }, "0301"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signed_digest_must_match_the_body()
    {
        var request = MpcRequest.Create(Body);
        var right = SdkHmacSignature.Digest(System.Text.Encoding.UTF8.GetBytes(Body));

        Assert.Equal(200, (await _rig.SendAsync(request.With(Digest, right))).Status);
        await RefusesAsync(request.With(Digest, SdkHmacSignature.Digest([])), "0301");
    }

    [Fact]
    public async Task Only_a_body_that_is_ignored_can_be_unsigned()
    {
        Assert.Equal(200, (await _rig.SendAsync(MpcRequest.List().With(Digest, "UNSIGNED-PAYLOAD"))).Status);
        await RefusesAsync(MpcRequest.Create(Body).With(Digest, "UNSIGNED-PAYLOAD"), "0301");
    }

    [Fact]
    public async Task A_temporary_key_needs_its_token_as_a_signed_header()
    {
        var request = MpcRequest.List() with { KeyId = "temporary" };
        var token = request.With("x-security-token", "the/token+1==");

        Assert.Equal(200, (await _rig.SendAsync(token)).Status);
        await RefusesAsync(request, "0301");
        await RefusesAsync(request.With("x-security-token", "another"), "0301");
        await RefusesAsync(token with { NotSigned = ["x-security-token"] }, "0301");
    }

    [Fact]
    public async Task A_token_replaces_a_signature()
    {
        Assert.Equal(200, (await _rig.SendAsync(WithToken("GET", "testtoken"))).Status);
        Assert.Equal(200, (await _rig.SendAsync(WithToken("GET", "readtoken"))).Status);
        Assert.Equal((403, "APIGW.0302"), CodeOf(await _rig.SendAsync(WithToken("DELETE", "readtoken"))));
        Assert.Equal((401, "APIGW.0301"), CodeOf(await _rig.SendAsync(WithToken("GET", "testtoke"))));
        Assert.Equal((401, "APIGW.0301"), CodeOf(await _rig.SendAsync(WithToken("GET", ""))));
    }

    [Fact]
    public async Task With_a_token_and_a_signature_the_signature_counts() =>
        await RefusesAsync(MpcRequest.List().With("x-auth-token", "testtoken") with { Secret = "wrong" }, "0301");

    [Theory]
    [InlineData("other-project")]
    [InlineData("Local-project")]
    [InlineData("nobodys")]
    public async Task The_project_must_be_the_callers(string project)
    {
        var answer = await _rig.SendAsync(MpcRequest.List() with { Project = project });

        Assert.Equal((403, "APIGW.0302"), CodeOf(answer));
    }

    [Theory]
    [InlineData("x-project-id", "second-project", 403)]
    [InlineData("x-project_id", "second-project", 403)]
    [InlineData("x-project_id", "local-project", 200)]
    [InlineData("x-project-id", "", 200)]
    public async Task A_project_header_must_match_the_path(string header, string project, int status) =>
        Assert.Equal(status, (await _rig.SendAsync(MpcRequest.List().With(header, project))).Status);

    [Theory]
    [InlineData("GET", 200)]
    [InlineData("POST", 403)]
    [InlineData("DELETE", 403)]
    public async Task A_key_can_only_call_the_actions_that_it_is_allowed(string method, int status) =>
        Assert.Equal(status, (await _rig.SendAsync(new MpcRequest(method) { KeyId = "reader" })).Status);

    private static (int Status, string? Code) CodeOf(WireAnswer answer) => (answer.Status, (string?)answer.Json["error_code"]);

    private static WireRequest WithToken(string method, string token) => new(method, "")
    {
        Path = "/v1/local-project/extract-metadata",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Auth-Token"] = token },
    };

    private async Task<string> RefusesAsync(MpcRequest request, string code)
    {
        var answer = await _rig.SendAsync(request);
        Assert.Equal((401, "APIGW." + code), CodeOf(answer));
        Assert.Equal(answer.Headers["X-Request-Id"].ToString(), (string?)answer.Json["request_id"]);
        return (string)answer.Json["error_msg"]!;
    }
}

using System.Text;
using MediaInfo.Api.Alibaba.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MediaInfo.Api.Tests.Alibaba.Signing;

/// <summary>Two requests of the vendor's own clients, checked step by step.</summary>
public sealed class Acs3SignatureTests
{
    private const string Secret = "testAccessKeySecret";
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string RequestWithQuery = """
        POST
        /
        Async=true&Input=%7B%22Bucket%22%3A%22example-bucket%22%2C%22Location%22%3A%22oss-cn-hangzhou%22%2C%22Object%22%3A%22dir%252Fa%20b%2A~%27%281%29%21.mp4%22%7D&PipelineId=88c6ca184c0e432bbf5b665e2a15aaaa&UserData=%E6%B5%8B%E8%AF%95%20%2B%2F%3D%26
        host:mts.cn-hangzhou.aliyuncs.com
        x-acs-action:SubmitMediaInfoJob
        x-acs-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        x-acs-credentials-provider:static_ak
        x-acs-date:2024-01-02T03:04:05Z
        x-acs-signature-nonce:0f1e2d3c4b5a69788796a5b4c3d2e1f0
        x-acs-version:2014-06-18

        host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """;

    private const string RequestWithForm = """
        POST
        /
        RegionId=cn-shanghai
        content-type:application/x-www-form-urlencoded
        host:ice.cn-shanghai.aliyuncs.com
        x-acs-accesskey-id:testAccessKeyId
        x-acs-action:RegisterMediaInfo
        x-acs-content-sha256:7536806a3206aefebfbe9bd706bebce34024b3b3c185aa666254c207ce2b18bb
        x-acs-date:2024-01-02T03:04:05Z
        x-acs-security-token:STS/token+1==
        x-acs-signature-nonce:0f1e2d3c4b5a69788796a5b4c3d2e1f0
        x-acs-version:2020-11-09

        content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version
        7536806a3206aefebfbe9bd706bebce34024b3b3c185aa666254c207ce2b18bb
        """;

    private const string Form =
        "InputURL=oss%3A%2F%2Fexample-bucket%2Fa%20b*(1)'!~.mp4&Title=%E6%A0%87%E9%A2%98%2B1&Overwrite=true";

    private static readonly KeyValuePair<string, string>[] Query =
    [
        new("UserData", "测试 +/=&"),
        new("PipelineId", "88c6ca184c0e432bbf5b665e2a15aaaa"),
        new("Input", """{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"dir%2Fa b*~'(1)!.mp4"}"""),
        new("Async", "true"),
    ];

    private static readonly HeaderDictionary QueryHeaders = new()
    {
        ["Host"] = "mts.cn-hangzhou.aliyuncs.com",
        ["X-Acs-Version"] = "2014-06-18",
        ["x-acs-action"] = "SubmitMediaInfoJob",
        ["x-acs-date"] = " 2024-01-02T03:04:05Z ",
        ["x-acs-signature-nonce"] = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        ["x-acs-content-sha256"] = NoBody,
        ["x-acs-credentials-provider"] = "static_ak",
        ["User-Agent"] = "not signed",
    };

    private static readonly HeaderDictionary FormHeaders = new()
    {
        ["Content-Type"] = "application/x-www-form-urlencoded",
        ["Host"] = "ice.cn-shanghai.aliyuncs.com",
        ["x-acs-accesskey-id"] = "testAccessKeyId",
        ["x-acs-action"] = "RegisterMediaInfo",
        ["x-acs-content-sha256"] = "7536806a3206aefebfbe9bd706bebce34024b3b3c185aa666254c207ce2b18bb",
        ["x-acs-date"] = "2024-01-02T03:04:05Z",
        ["x-acs-security-token"] = "STS/token+1==",
        ["x-acs-signature-nonce"] = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        ["x-acs-version"] = "2020-11-09",
    };

    [Fact]
    public void A_request_with_query_parameters_has_this_canonical_request() => Assert.Equal(
        RequestWithQuery.ReplaceLineEndings("\n"),
        Canonical(Query, QueryHeaders, SignedIn(RequestWithQuery), Acs3Signature.Digest([])));

    [Fact]
    public void A_request_with_a_form_and_a_security_token_has_this_canonical_request() => Assert.Equal(
        RequestWithForm.ReplaceLineEndings("\n"),
        Canonical(
            [new("RegionId", "cn-shanghai")],
            FormHeaders,
            SignedIn(RequestWithForm),
            Acs3Signature.Digest(Encoding.UTF8.GetBytes(Form))));

    [Theory]
    [InlineData(RequestWithQuery, "6ab16072e1812c65c3d266ac9fa3c6765e6a199e971f81862ae081c53dd923f3")]
    [InlineData(RequestWithForm, "f4e9a9be7a4e63e65910825f623f5afca0e99f66da635dd835218a4f19689561")]
    public void The_string_to_sign_has_the_algorithm_and_the_digest_of_the_canonical_request(string request, string digest) =>
        Assert.Equal($"ACS3-HMAC-SHA256\n{digest}", Acs3Signature.StringToSign(request.ReplaceLineEndings("\n")));

    [Theory]
    [InlineData(RequestWithQuery, "c313a2b3940625ba446ca69f4f2abfc4a2b0aebacb8d4d320ca3f198d3445078")]
    [InlineData(RequestWithForm, "036230f08a5ff8484f2b9560a2054982725cefe2fd39ec33615dc7a31bb6864c")]
    public void The_worked_examples_have_these_signatures(string request, string signature) =>
        Assert.Equal(signature, Acs3Signature.Sign(Acs3Signature.StringToSign(request.ReplaceLineEndings("\n")), Secret));

    [Fact]
    public void Parameters_are_sorted_by_code_units_and_repeated_ones_by_value() => Assert.Equal(
        "A=1&B=&Z=2&_=3&a=4&a=5",
        Acs3Signature.CanonicalQuery(
            new[] { ("a", "5"), ("a", "4"), ("_", "3"), ("Z", "2"), ("B", ""), ("A", "1") }.Select(
                pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    [Fact]
    public void Several_values_of_a_header_are_trimmed_sorted_and_joined() => Assert.Equal(
        "x-acs-a:1,2\nx-acs-b:\n",
        Acs3Signature.CanonicalHeaders(
            ["x-acs-a", "x-acs-b"], new HeaderDictionary { ["x-acs-a"] = new StringValues([" 2", "1 "]) }));

    private static string[] SignedIn(string request) => request.ReplaceLineEndings("\n").Split('\n')[^2].Split(';');

    private static string Canonical(
        KeyValuePair<string, string>[] query, HeaderDictionary headers, string[] signed, string digest) =>
        Acs3Signature.CanonicalRequest(
            "POST",
            "/",
            Acs3Signature.CanonicalQuery(query),
            Acs3Signature.CanonicalHeaders(signed, headers),
            string.Join(';', signed),
            digest);
}

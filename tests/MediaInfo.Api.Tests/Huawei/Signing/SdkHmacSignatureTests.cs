using System.Text;
using MediaInfo.Api.Huawei.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Huawei.Signing;

/// <summary>Requests that the vendor's Node.js SDK signed with the key testAK and the secret testSK.</summary>
public sealed class SdkHmacSignatureTests
{
    private const string Project = "0123456789abcdef0123456789abcdef";
    private const string Path = $"/v1/{Project}/extract-metadata";
    private const string Date = "20240102T030405Z";
    private const string Host = "mpc.region01.example.com";

    [Fact]
    public void A_request_with_a_body_has_this_signature()
    {
        const string Body =
            """{"input":{"bucket":"example-bucket","location":"region01","object":"example-path/输入 1.mp4"},"sync":0}""";
        var digest = SdkHmacSignature.Digest(Encoding.UTF8.GetBytes(Body));

        var request = Canonical("POST", [], ["content-type", "host", "x-project-id", "x-sdk-date"], digest);

        Assert.Equal(
            $"""
            POST
            /v1/{Project}/extract-metadata/

            content-type:application/json
            host:{Host}
            x-project-id:{Project}
            x-sdk-date:{Date}

            content-type;host;x-project-id;x-sdk-date
            39756c4157bc7a25321d9c34b82d7b3bd3bfdfde25635a6148d3eed4cd711078
            """,
            request);
        var text = SdkHmacSignature.StringToSign(Date, request);
        Assert.Equal($"SDK-HMAC-SHA256\n{Date}\n74b9c02b9c765f70e4af3ad3755034d956d2d0df1ef72c73217c505c64bd0e4c", text);
        Assert.Equal("077b02c2e0a8eba11e1a9331fcf55664d001e619821f437a5b882e02790a80e6", SdkHmacSignature.Sign(text, "testSK"));
    }

    [Fact]
    public void A_query_with_a_repeated_parameter_has_this_signature()
    {
        KeyValuePair<string, string>[] query =
            [new("task_id", "7968"), new("task_id", "7967"), new("status", "SUCCEED"), new("page", "0"), new("size", "10")];

        var request =
            Canonical("GET", query, ["content-type", "host", "x-project-id", "x-sdk-date"], SdkHmacSignature.Digest([]));

        Assert.Contains("\npage=0&size=10&status=SUCCEED&task_id=7967&task_id=7968\n", request, StringComparison.Ordinal);
        Assert.Equal("11f2ccf1e31c288d9900e53cf0eee3531a7ba59781f8393035b8762f68c451f8", Sign(request));
    }

    [Fact]
    public void An_unsigned_body_and_special_characters_have_this_signature()
    {
        var request = Canonical(
            "GET",
            [new("task_id", "a b+/~*'()!")],
            ["host", "x-project-id", "x-sdk-content-sha256", "x-sdk-date"],
            SdkHmacSignature.UnsignedPayload);

        Assert.Contains("\ntask_id=a%20b%2B%2F~%2A%27%28%29%21\n", request, StringComparison.Ordinal);
        Assert.Equal(
            "cde46b45f2e94e47c1f5520e660f4fd74b43418d08087d0372b1671abe8c4c09",
            SdkHmacSignature.Digest(Encoding.UTF8.GetBytes(request)));
        Assert.Equal("0d70f45bd6ce3f1aaf8204a6f30c11b245fee0e6524ae0c419311c8c5d8a895b", Sign(request));
    }

    [Theory]
    [InlineData("/v1/a/b", "/v1/a/b/")]
    [InlineData("/v1/a/b/", "/v1/a/b/")]
    [InlineData("/v1/a b/输", "/v1/a%20b/%E8%BE%93/")]
    public void A_path_is_encoded_by_segment_and_ends_with_a_slash(string path, string canonical) =>
        Assert.Equal(canonical, SdkHmacSignature.CanonicalPath(path));

    [Theory]
    [InlineData("SDK-HMAC-SHA256 Access=a, SignedHeaders=b;c, Signature=")]
    [InlineData("SDK-HMAC-SHA256 Access=a,SignedHeaders=b;c,Signature=")]
    public void A_valid_authorization_is_parsed(string start)
    {
        var signature = new string('0', 64);

        var read = SdkHmacAuthorization.Parse(start + signature);

        Assert.Equal(("a", "b;c", signature), (read?.AccessKeyId, read?.SignedHeaders, read?.Signature));
        Assert.Equal(["b", "c"], read!.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer abc")]
    [InlineData("SDK-HMAC-SHA256")]
    [InlineData("SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=00")]
    [InlineData("SDK-HMAC-SHA256 Access=, SignedHeaders=b, Signature=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=000000000000000000000000000000000000000000000000000000000000000A")]
    [InlineData("V11-HMAC-SHA256 Credential=a/b, SignedHeaders=b, Signature=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("SDK-HMAC-SHA256 Access=a, SignedHeaders=b;c;B, Signature=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("SDK-HMAC-SM3 Access=a, SignedHeaders=b, Signature=0000000000000000000000000000000000000000000000000000000000000000")]
    public void Any_other_authorization_is_not_parsed(string text) => Assert.Null(SdkHmacAuthorization.Parse(text));

    private static string Sign(string request) => SdkHmacSignature.Sign(SdkHmacSignature.StringToSign(Date, request), "testSK");

    private static string Canonical(string method, KeyValuePair<string, string>[] query, string[] names, string digest)
    {
        var headers = new HeaderDictionary
        {
            ["Content-Type"] = "application/json",
            ["Host"] = "another.example.com",
            ["X-Project-Id"] = Project,
            ["X-Sdk-Date"] = Date,
            ["X-Sdk-Content-Sha256"] = SdkHmacSignature.UnsignedPayload,
        };
        return SdkHmacSignature.CanonicalRequest(
            method,
            SdkHmacSignature.CanonicalPath(Path),
            SdkHmacSignature.CanonicalQuery(query),
            SdkHmacSignature.CanonicalHeaders(names, headers, Host),
            string.Join(';', names),
            digest);
    }
}

using MediaInfo.Api.Alibaba.Signing;
using MediaInfo.Api.Gateway.Signing;

namespace MediaInfo.Api.Tests.Alibaba.Signing;

public sealed class RpcSignatureTests
{
    // A request of the vendor's Node.js SDK, captured on the wire.
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["Action"] = "SubmitMediaInfoJob",
        ["Format"] = "JSON",
        ["Version"] = "2014-06-18",
        ["RegionId"] = "cn-hangzhou",
        ["PipelineId"] = "88c6ca184c0e432bbf5b665e2a15aaaa",
        ["SignatureMethod"] = "HMAC-SHA1",
        ["SignatureVersion"] = "1.0",
        ["SignatureNonce"] = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        ["Timestamp"] = "2024-01-02T03:04:05Z",
        ["AccessKeyId"] = "testAccessKeyId",
        ["UserData"] = "测试 +/=&",
        ["Input"] = """{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"dir%2Fa b*~'(1)!.mp4"}""",
    };

    private const string CanonicalQuery =
        "AccessKeyId=testAccessKeyId&Action=SubmitMediaInfoJob&Format=JSON"
        + "&Input=%7B%22Bucket%22%3A%22example-bucket%22%2C%22Location%22%3A%22oss-cn-hangzhou%22%2C"
        + "%22Object%22%3A%22dir%252Fa%20b%2A~%27%281%29%21.mp4%22%7D"
        + "&PipelineId=88c6ca184c0e432bbf5b665e2a15aaaa&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1"
        + "&SignatureNonce=0f1e2d3c4b5a69788796a5b4c3d2e1f0&SignatureVersion=1.0&Timestamp=2024-01-02T03%3A04%3A05Z"
        + "&UserData=%E6%B5%8B%E8%AF%95%20%2B%2F%3D%26&Version=2014-06-18";

    private const string Signed =
        "&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3DSubmitMediaInfoJob%26Format%3DJSON"
        + "%26Input%3D%257B%2522Bucket%2522%253A%2522example-bucket%2522%252C%2522Location%2522%253A%2522oss-cn-hangzhou%2522%252C"
        + "%2522Object%2522%253A%2522dir%25252Fa%2520b%252A~%2527%25281%2529%2521.mp4%2522%257D"
        + "%26PipelineId%3D88c6ca184c0e432bbf5b665e2a15aaaa%26RegionId%3Dcn-hangzhou%26SignatureMethod%3DHMAC-SHA1"
        + "%26SignatureNonce%3D0f1e2d3c4b5a69788796a5b4c3d2e1f0%26SignatureVersion%3D1.0%26Timestamp%3D2024-01-02T03%253A04%253A05Z"
        + "%26UserData%3D%25E6%25B5%258B%25E8%25AF%2595%2520%252B%252F%253D%2526%26Version%3D2014-06-18";

    [Fact]
    public void The_worked_example_has_this_canonical_query() =>
        Assert.Equal(CanonicalQuery, RpcSignature.CanonicalQuery(Parameters));

    [Fact]
    public void The_signature_itself_is_not_signed() => Assert.Equal(
        CanonicalQuery,
        RpcSignature.CanonicalQuery(Parameters.Append(new("Signature", "anything")).Reverse()));

    [Theory]
    [InlineData("POST", "O9ofMB1hoAhXWmJwbVzrfwuEPFg=")]
    [InlineData("GET", "niRBn0gsMgyhJVNLlQBfeQM7Omw=")]
    public void The_worked_example_has_this_string_to_sign_and_signature(string method, string signature)
    {
        var stringToSign = RpcSignature.StringToSign(method, RpcSignature.CanonicalQuery(Parameters));

        Assert.Equal(method + Signed, stringToSign);
        Assert.Equal(signature, RpcSignature.Sign(stringToSign, "testAccessKeySecret"));
    }

    [Fact]
    public void Names_are_sorted_by_code_units_and_empty_values_keep_their_equals_sign() => Assert.Equal(
        "A=1&B=&Z=2&_=3&a=4&z=5&%E4%B8%AD=6",
        RpcSignature.CanonicalQuery(
            new[] { ("z", "5"), ("中", "6"), ("a", "4"), ("_", "3"), ("Z", "2"), ("B", ""), ("A", "1") }
                .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    [Theory]
    [InlineData("azAZ09-_.~", "azAZ09-_.~")]
    [InlineData(" +*/=&%", "%20%2B%2A%2F%3D%26%25")]
    [InlineData("!'()\"<>", "%21%27%28%29%22%3C%3E")]
    [InlineData("é中🎬\n\0", "%C3%A9%E4%B8%AD%F0%9F%8E%AC%0A%00")]
    public void Everything_but_unreserved_characters_is_encoded(string text, string encoded) =>
        Assert.Equal(encoded, PercentEncoding.Encode(text));
}

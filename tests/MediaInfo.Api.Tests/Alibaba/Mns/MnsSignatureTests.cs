using MediaInfo.Api.Alibaba.Mns;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Alibaba.Mns;

/// <summary>The test vectors of the vendor's Java client.</summary>
public sealed class MnsSignatureTests
{
    private const string Parameters =
        "param1=abc&PARAM2=d++ef&PARAM3=%5Bdef%5D%23bbb&PARAM4=%E4%B8%AD%E6%96%87%E5%8F%82%E6%95%B0";

    [Theory]
    [InlineData(
        "POST", "Tue, 03 Jun 2025 11:23:48 GMT", "x-mns-abcDEF:abcDEF", "/queues/TestQueue", "sk1",
        "cAThPWnbphg3hDe3ZHDADTgkgyE=")]
    [InlineData(
        "GET", "Wed, 03 Dec 2025 11:23:48 GMT", "X-MNS-abcDEF:KKKkkk", "/queues/TestQueue123456",
        "sk-kkkkkk1111111111", "lPxnfNA+Qo/aj18MYJUnRMqa84I=")]
    [InlineData(
        "GET", "Tue, 03 Jun 2025 11:23:48 GMT", "x-kkk-def:def", "/queues/TestQueue", "testSk",
        "uDJQXbk2xOhH95MDXmgbAGdtyE4=")]
    public void Version_2_is_that_of_the_client(
        string method, string date, string header, string resource, string secret, string signature)
    {
        var text = MnsSignature.StringToSign(method, date, Headers(header), resource);

        Assert.Equal(signature, MnsSignature.Sign(text, secret));
    }

    [Fact]
    public void The_text_to_sign_has_each_part_on_its_line()
    {
        var headers = Headers("content-md5:md5", "content-type:text/xml", "x-mns-b:2", "X-Mns-A:1", "host:h");

        Assert.Equal(
            "PUT\nmd5\ntext/xml\ndate\nx-mns-a:1\nx-mns-b:2\n/queues/q?metaoverride=true",
            MnsSignature.StringToSign("PUT", "date", headers, "/queues/q?metaoverride=true"));
    }

    [Theory]
    [InlineData(
        "POST", "/queues/TestQueue/",
        "?" + Parameters,
        "2025-06-03T10:52:35Z", "region1", "sk1", "1fc6013f158d4c3aba09570895a2a93c8445c2c5213d82a1463baf602cf0d945")]
    [InlineData(
        "POST", "/queues/TestQueue",
        "?num=10&paramx=100&" + Parameters,
        "2025-06-03T10:52:35Z", "region1", "sk1", "8d555514e749185d3e6d68df416692e6cc960ba85a089c9d69a2f4d7bb607560")]
    [InlineData(
        "PUT", "/queues/TestQueue123456", "", "2025-12-03T11:23:48Z", "region2", "skkkkkkk1111111111",
        "04f1e5f929b5aaac3af6a54970f591581ecd2aade2562f926c5f2ec5d5c8cfad", "x-mns-abc:kkk",
        "X-MNS-Sss:2015-06-06xFFF", "X-KKK-def:lll")]
    [InlineData(
        "GET", "/queues", "", "2025-12-04T06:32:35Z", "eu-west-1", "skkkkkk2222222222",
        "294f776a2d5726df679b54b081ab8126a199a2545c8c8a7a875adff0b386e458", "x-mns-version:2015-06-30", "x-mns-ttt:1",
        "X-MNS-UUUuu:FALse", "bb-MNS-UUUuu:abcdddDDD", "Content-Type:application/json",
        "Content-MD5:0d9d2ce750000593eb34f00")]
    [InlineData(
        "POST", "/queues/Test Queue@123", "", "2025-06-03T10:52:35Z", "testRegion", "testSk",
        "87de7499365a31e767cdc0c726a893c72c860e415876f7f92914197ac3795833")]
    public void Version_4_is_that_of_the_client(
        string method,
        string path,
        string query,
        string signedAt,
        string region,
        string secret,
        string signature,
        params string[] headers)
    {
        var at = DateTimeOffset.Parse(signedAt, System.Globalization.CultureInfo.InvariantCulture);
        var scope = $"{at:yyyyMMdd}/{region}/mns/{MnsSignature4.Request}";

        var text = MnsSignature4.StringToSign(method, path, query, Headers(headers), at, scope);

        Assert.Equal(signature, MnsSignature4.Sign(text, secret, scope));
    }

    [Theory]
    [InlineData("MNS key:sig=", "key", "sig=", null)]
    [InlineData("MNS a:b:sig", "a:b", "sig", null)]
    [InlineData(
        "MNS4-HMAC-SHA256 Credential=ak/20250603/r/mns/aliyun_v4_request,Signature=ab", "ak", "ab",
        "20250603/r/mns/aliyun_v4_request")]
    public void The_header_is_read(string header, string key, string signature, string? scope) =>
        Assert.Equal(new MnsAuthorization(key, signature, scope), MnsAuthorization.Parse(header));

    [Theory]
    [InlineData("")]
    [InlineData("MNS ")]
    [InlineData("MNS key")]
    [InlineData("MNS key:")]
    [InlineData("MNS :sig")]
    [InlineData("OSS key:sig")]
    [InlineData("MNS4-HMAC-SHA256 Credential=ak/20250603/r/oss/aliyun_v4_request,Signature=ab")]
    [InlineData("MNS4-HMAC-SHA256 Credential=ak/20250603,Signature=ab")]
    public void Another_header_is_not(string header) => Assert.Null(MnsAuthorization.Parse(header));

    private static HeaderDictionary Headers(params string[] headers)
    {
        var all = new HeaderDictionary();
        foreach (var header in headers)
        {
            var parts = header.Split(':', 2);
            all[parts[0]] = parts[1];
        }

        return all;
    }
}

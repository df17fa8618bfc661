using MediaInfo.Api.Alibaba.Signing;

namespace MediaInfo.Api.Tests.Alibaba.Signing;

public sealed class Acs3AuthorizationTests
{
    [Theory]
    [InlineData("ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host;x-acs-date,Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key, SignedHeaders=host;x-acs-date, Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256   Credential=key ,  SignedHeaders=host;x-acs-date ,Signature=abc ")]
    [InlineData("ACS3-HMAC-SHA256 Signature=abc,SignedHeaders=host;x-acs-date,Credential=key,Other=1,more")]
    public void The_parts_can_have_spaces_and_any_order(string header)
    {
        var read = Acs3Authorization.Parse(header);

        Assert.NotNull(read);
        Assert.Equal(("key", "host;x-acs-date", "abc"), (read.AccessKeyId, string.Join(';', read.SignedHeaders), read.Signature));
    }

    [Fact]
    public void A_value_can_contain_an_equals_sign() =>
        Assert.Equal(
            "a=b=", Acs3Authorization.Parse("ACS3-HMAC-SHA256 Credential=a=b=,SignedHeaders=host,Signature=abc")!.AccessKeyId);

    [Fact]
    public void The_first_of_repeated_parts_wins() =>
        Assert.Equal(
            "a",
            Acs3Authorization.Parse("ACS3-HMAC-SHA256 Credential=a,Credential=b,SignedHeaders=host,Signature=abc")!.AccessKeyId);

    [Theory]
    [InlineData("ACS3-HMAC-SHA256 SignedHeaders=host,Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key,Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host")]
    [InlineData("ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key,SignedHeaders=,Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host,Signature=")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host;x-acs-date;host,Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 credential=key,signedheaders=host,signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 Credential=key;SignedHeaders=host;Signature=abc")]
    [InlineData("ACS3-HMAC-SHA256 ")]
    public void A_missing_or_empty_part_or_a_repeated_header_makes_it_invalid(string header) =>
        Assert.Null(Acs3Authorization.Parse(header));

    [Theory]
    [InlineData("")]
    [InlineData("ACS3-HMAC-SHA256")]
    [InlineData("ACS3-HMAC-SHA256Credential=key,SignedHeaders=host,Signature=abc")]
    [InlineData("acs3-hmac-sha256 Credential=key,SignedHeaders=host,Signature=abc")]
    [InlineData("ACS3-HMAC-SM3 Credential=key,SignedHeaders=host,Signature=abc")]
    [InlineData("ACS3-RSA-SHA256 Credential=key,SignedHeaders=host,Signature=abc")]
    [InlineData("ACS4-HMAC-SHA256 Credential=key,SignedHeaders=host,Signature=abc")]
    [InlineData("Bearer ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host,Signature=abc")]
    public void Another_algorithm_is_not_parsed(string header) => Assert.Null(Acs3Authorization.Parse(header));
}

using MediaInfo.Api.Gateway.Signing;

namespace MediaInfo.Api.Tests.Gateway.Signing;

public sealed class ConstantTimeTests
{
    [Theory]
    [InlineData("abc=", "abc=", true)]
    [InlineData("abc=", "abd=", false)]
    [InlineData("abc=", "abc", false)]
    [InlineData("", "abc=", false)]
    [InlineData("ABC=", "abc=", false)]
    public void A_signature_equals_only_itself(string sent, string expected, bool equal) =>
        Assert.Equal(equal, ConstantTime.Equal(sent, expected));
}

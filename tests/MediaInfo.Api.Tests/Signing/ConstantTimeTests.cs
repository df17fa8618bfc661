using MediaInfo.Api.Signing;

namespace MediaInfo.Api.Tests.Signing;

public sealed class ConstantTimeTests
{
    [Theory]
    [InlineData("abc=", "abc=", true)]
    [InlineData("abc=", "abd=", false)]
    [InlineData("abc=", "abc", false)]
    [InlineData("", "abc=", false)]
    [InlineData("ABC=", "abc=", false)]
    public void A_signature_equals_itself_alone(string sent, string expected, bool equal) =>
        Assert.Equal(equal, ConstantTime.Equal(sent, expected));
}

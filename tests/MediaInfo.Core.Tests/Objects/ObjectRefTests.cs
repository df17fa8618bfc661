using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tests.Objects;

public sealed class ObjectRefTests
{
    [Theory]
    [InlineData("目录/视频 🎬.json", true)]
    [InlineData("a\u007fb", true)]
    [InlineData("\uD83D\uDFFE", true)]
    [InlineData("", true)]
    [InlineData("a\u0001b", false)]
    [InlineData("a\u0000", false)]
    public void A_key_can_be_listed_if_XML_allows_all_its_characters(string key, bool can) =>
        Assert.Equal(can, ObjectRef.CanBeListed(key));

    // Integers, because the test runner cannot put these characters into a test's name.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0xD800)]
    [InlineData(0xDFFF)]
    public void A_key_with_a_noncharacter_or_half_a_surrogate_pair_cannot_be_listed(int character)
    {
        Assert.False(ObjectRef.CanBeListed($"a{(char)character}"));
        Assert.False(ObjectRef.CanBeListed($"{(char)character}a"));
    }
}

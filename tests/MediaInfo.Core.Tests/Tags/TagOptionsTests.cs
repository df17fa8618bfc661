using MediaInfo.Core.Configuration;
using MediaInfo.Core.Tags;

namespace MediaInfo.Core.Tests.Tags;

public sealed class TagOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(ProblemsOf(new TagOptions()));

    [Theory]
    [InlineData("http://127.0.0.1:8000/tags")]
    [InlineData("https://tags.example.com/v1?model=a")]
    public void A_recogniser_of_your_own_needs_an_address_and_a_key(string url)
    {
        Assert.Empty(ProblemsOf(new TagOptions { Url = url, Key = "secret" }));
        Assert.StartsWith(
            "Tags:Key: must be set", Assert.Single(ProblemsOf(new TagOptions { Url = url })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tags")]
    [InlineData("ftp://example.com/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://example.com/#part")]
    public void Other_addresses_are_refused(string url) => Assert.StartsWith(
        "Tags:Url:", Assert.Single(ProblemsOf(new TagOptions { Url = url, Key = "secret" })), StringComparison.Ordinal);

    [Fact]
    public void Wrong_languages_are_refused() =>
        Assert.Equal(2, ProblemsOf(new TagOptions { TextLanguages = "eng,deu", SpeechLanguage = "English" }).Count);

    private static List<string> ProblemsOf(TagOptions options) => [.. new SettingsGroup("Tags", options).Problems()];
}

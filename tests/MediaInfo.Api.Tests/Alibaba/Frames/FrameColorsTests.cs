using MediaInfo.Api.Alibaba.Frames;

namespace MediaInfo.Api.Tests.Alibaba.Frames;

public sealed class FrameColorsTests
{
    [Theory]
    [InlineData("black", "#000000")]
    [InlineData("Black", "#000000")]
    [InlineData("#00ff7F", "#00FF7F")]
    [InlineData("LightGrey", "#D3D3D3")]
    [InlineData("darkslategray", "#2F4F4F")]
    public void A_colour_is_a_keyword_or_three_bytes(string text, string color)
    {
        Assert.True(FrameColors.Has(text));
        Assert.Equal(color, FrameColors.Of(text, "seed"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("blurple")]
    [InlineData("Transparent")]
    [InlineData("ActiveBorder")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("0")]
    [InlineData("black,red")]
    public void Anything_else_is_none(string text) => Assert.False(FrameColors.Has(text));

    [Fact]
    public void A_random_colour_is_the_same_for_the_same_call()
    {
        Assert.True(FrameColors.Has("random"));
        Assert.Equal(FrameColors.Of("random", "one"), FrameColors.Of("random", "one"));
        Assert.NotEqual(FrameColors.Of("random", "one"), FrameColors.Of("random", "two"));
        Assert.Matches("^#[0-9A-F]{6}$", FrameColors.Of("random", "one"));
    }
}

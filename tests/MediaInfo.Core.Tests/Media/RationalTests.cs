using FsCheck;
using FsCheck.Fluent;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Tests.Media;

public sealed class RationalTests
{
    [Theory]
    [InlineData("25/1", 25, 1)]
    [InlineData("16:9", 16, 9)]
    [InlineData("0/0", 0, 0)]
    [InlineData("0/2", 0, 2)]
    [InlineData("-1/2", -1, 2)]
    public void Ffprobes_ratios_are_parsed_without_reducing(string text, long numerator, long denominator) =>
        Assert.Equal(new Rational(numerator, denominator), Rational.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("25")]
    [InlineData("/1")]
    [InlineData("1/")]
    [InlineData("1/2/3")]
    [InlineData("1 /2")]
    [InlineData("3000000000/1")]
    public void Other_texts_are_not_ratios(string? text) => Assert.Null(Rational.Parse(text));

    [Theory]
    [InlineData(48000, 2002, 24000, 1001)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(-4, 6, -2, 3)]
    public void Reducing_gives_the_lowest_terms(long numerator, long denominator, long lowestNumerator, long lowestDenominator) =>
        Assert.Equal(new Rational(lowestNumerator, lowestDenominator), new Rational(numerator, denominator).Reduced());

    [Fact]
    public void Reducing_keeps_the_value_and_is_done_in_one_step() => ForAllRatios(ratio =>
    {
        var reduced = ratio.Reduced();
        return reduced.Numerator * ratio.Denominator == reduced.Denominator * ratio.Numerator
            && reduced.Reduced() == reduced
            && Math.Sign(reduced.Numerator) == Math.Sign(ratio.Numerator)
            && Math.Sign(reduced.Denominator) == Math.Sign(ratio.Denominator);
    });

    [Fact]
    public void Text_is_read_back_as_the_same_ratio() => ForAllRatios(ratio =>
        Rational.Parse(ratio.ToString()) == ratio && Rational.Parse(ratio.ToAspectText()) == ratio);

    private static void ForAllRatios(Func<Rational, bool> property) => Check.QuickThrowOnFailure(
        Prop.ForAll<int, int>((numerator, denominator) => property(new Rational(numerator, denominator))));
}

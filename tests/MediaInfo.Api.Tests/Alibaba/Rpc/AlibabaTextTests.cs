using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class AlibabaTextTests
{
    // 15508.123, 332.256, 62.015 and 487.954 come from live responses.
    [Theory]
    [InlineData(15508123, "15508.123")]
    [InlineData(332256, "332.256")]
    [InlineData(62015, "62.015")]
    [InlineData(487954, "487.954")]
    [InlineData(96001, "96.001")]
    [InlineData(128000, "128.000")]
    [InlineData(1, "0.001")]
    public void Bit_rates_are_kilobits_with_three_decimals(long bitsPerSecond, string text) =>
        Assert.Equal(text, AlibabaText.KilobitsPerSecond(bitsPerSecond));

    [Fact]
    public void Bit_rates_keep_every_digit() => Check.QuickThrowOnFailure(Prop.ForAll<NonNegativeInt>(rate =>
        decimal.Parse(AlibabaText.KilobitsPerSecond(rate.Get)!, CultureInfo.InvariantCulture) * 1000 == rate.Get));

    // 60.0, 59.337578, 30.0, 25.0 and 10.0 come from live responses, 23.976025 from the documentation of QueryMediaInfoJobList.
    [Theory]
    [InlineData("60/1", "60.0")]
    [InlineData("57492000/968897", "59.337578")]
    [InlineData("24000/1001", "23.976025")]
    [InlineData("30000/1001", "29.97003")]
    [InlineData("60000/1001", "59.94006")]
    [InlineData("25/1", "25.0")]
    [InlineData("50/2", "25.0")]
    [InlineData("10/1", "10.0")]
    [InlineData("25/2", "12.5")]
    [InlineData("90000/1", "90000.0")]
    [InlineData("1/3", "0.333333")]
    [InlineData("2147483647/1", "2147483600.0")]
    [InlineData("1/2000", "0.0005")]
    [InlineData("1/2147483647", null)]
    [InlineData("0/0", null)]
    [InlineData("0/1", null)]
    [InlineData("1/0", null)]
    public void Frame_rates_are_single_precision_with_one_to_six_decimals(string rate, string? text) =>
        Assert.Equal(text, AlibabaText.FrameRate(Rational.Parse(rate)));

    [Fact]
    public void Whole_frame_rates_end_in_point_zero() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 16_777_216).ToArbitrary(),
        rate => string.Equals(AlibabaText.FrameRate(new Rational(rate, 1)), $"{rate}.0", StringComparison.Ordinal)));

    [Fact]
    public void Frame_rates_never_use_exponents() => Check.QuickThrowOnFailure(Prop.ForAll<PositiveInt, PositiveInt>(
        (numerator, denominator) =>
            AlibabaText.FrameRate(new Rational(numerator.Get, denominator.Get)) is not { } text
            || (text.Split('.') is [{ Length: > 0 } whole, { Length: >= 1 and <= 6 } decimals]
                && (whole + decimals).All(char.IsAsciiDigit))));

    [Theory]
    [InlineData("17.226000", "17.226000")]
    [InlineData("-0.114694", "-0.114694")]
    [InlineData("0.000000", "0.000000")]
    [InlineData("12", "12.000000")]
    public void Seconds_have_six_decimals(string seconds, string text) =>
        Assert.Equal(text, AlibabaText.Seconds(decimal.Parse(seconds, CultureInfo.InvariantCulture)));

    [Fact]
    public void Unknown_values_are_null()
    {
        Assert.Null(AlibabaText.Number(null));
        Assert.Null(AlibabaText.Seconds(null));
        Assert.Null(AlibabaText.KilobitsPerSecond(null));
        Assert.Null(AlibabaText.FrameRate(null));
        Assert.Null(AlibabaText.Ratio(null));
    }

    [Fact]
    public void Ratios_are_not_reduced()
    {
        Assert.Equal("0/2", AlibabaText.Ratio(new Rational(0, 2)));
        Assert.Equal("1/90000", AlibabaText.Ratio(new Rational(1, 90000)));
        Assert.Equal("0:1", AlibabaText.Aspect(new Rational(0, 1)));
        Assert.Equal("478:477", AlibabaText.Aspect(new Rational(478, 477)));
    }
}

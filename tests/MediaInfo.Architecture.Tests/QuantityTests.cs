namespace MediaInfo.Architecture.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("60 s", 60, true)]
    [InlineData("1.6 s", 1.6, true)]
    [InlineData("250 ms", 0.25, true)]
    [InlineData("-1 s", -1, true)]
    [InlineData("2 days", 172_800, true)]
    [InlineData("24 MiB", 25_165_824, false)]
    [InlineData("2,000", 2000, false)]
    public void Quantities_are_parsed_as_people_write_them(string words, double amount, bool isTime) =>
        Assert.Equal(new Quantity(amount, isTime), Quantity.Parse(words));

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("60 seconds or so")]
    [InlineData("60 fortnights")]
    public void Other_texts_are_not_quantities(string words) => Assert.Null(Quantity.Parse(words));

    [Theory]
    [InlineData(90, true, false, "90 s")]
    [InlineData(3600, true, false, "1 h")]
    [InlineData(0.25, true, false, "250 ms")]
    [InlineData(0, true, false, "0")]
    [InlineData(25_165_824, false, true, "24 MiB")]
    [InlineData(2048, false, false, "2,048")]
    [InlineData(0, false, false, "0")]
    public void Quantities_are_written_as_people_write_them(double amount, bool isTime, bool isSize, string words) =>
        Assert.Equal(words, new Quantity(amount, isTime).InWords(isSize));
}

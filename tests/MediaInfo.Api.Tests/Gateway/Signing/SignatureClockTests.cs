using MediaInfo.Api.Gateway.Signing;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Gateway.Signing;

public sealed class SignatureClockTests
{
    private static readonly DateTimeOffset Now = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-02-29T12:00:00Z", 0)]
    [InlineData("2024-2-29T12:00:00Z", 0)]
    [InlineData("2024-02-29T11:59:59Z", -1)]
    [InlineData("2024-3-1T00:00:00Z", 12 * 60 * 60)]
    [InlineData("2024-03-01T00:00:00Z", 12 * 60 * 60)]
    public void A_UTC_time_is_read_with_or_without_leading_zeros_in_the_date(string text, int secondsFromNow) =>
        Assert.Equal(Now.AddSeconds(secondsFromNow), SignatureClock.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2024-02-30T12:00:00Z")]
    [InlineData("2024-02-29T24:00:00Z")]
    [InlineData("2024-02-29T12:00:00")]
    [InlineData("2024-02-29T12:00:00+00:00")]
    [InlineData("2024-02-29T12:00:00.000Z")]
    [InlineData("2024-02-29 12:00:00Z")]
    [InlineData("2024-02-29T12:00Z")]
    [InlineData("2024-02-29T12:00:00z")]
    [InlineData(" 2024-02-29T12:00:00Z")]
    [InlineData("20240229T120000Z")]
    [InlineData("1709208000")]
    public void Any_other_text_is_not_a_time(string text) => Assert.Null(SignatureClock.Parse(text));

    [Theory]
    [InlineData(0, true)]
    [InlineData(899, true)]
    [InlineData(900, true)]
    [InlineData(901, false)]
    [InlineData(86400, false)]
    public void A_signing_time_can_be_off_by_fifteen_minutes_either_way(int seconds, bool accepted)
    {
        var clock = new SignatureClock(new ManualTimeProvider(Now));

        Assert.Equal(accepted, clock.Accepts(Now.AddSeconds(seconds)));
        Assert.Equal(accepted, clock.Accepts(Now.AddSeconds(-seconds)));
    }
}

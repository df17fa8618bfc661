using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Packets;

namespace MediaInfo.Probing.Tests.Packets;

public sealed class FrameStepsTests
{
    [Theory]
    [InlineData(1000, "0 33 67 100 133 167", false)]
    [InlineData(1000, "0 33 66 100 132 166", false)]
    [InlineData(1000, "0 100 33 67 200 133 167", false)]
    [InlineData(90000, "0 3003 6006 9009 12012 15015", false)]
    [InlineData(25, "0 1 2 3 4 5", false)]
    [InlineData(1000, "0 61 101 141 181 300", false)]
    [InlineData(25, "0 1 2 4 5 6", true)]
    [InlineData(1000, "0 33 67 133 167 200", true)]
    [InlineData(57600, "0 1920 4333 7365 8093 9843", true)]
    [InlineData(1000, "0 4 8 16 20 24", true)]
    public void Frames_vary_if_distances_between_the_ends_differ_by_more_than_rounding(
        int ticksPerSecond, string times, bool varies) =>
        Assert.Equal(varies, Vary(ticksPerSecond, times));

    [Theory]
    [InlineData("0")]
    [InlineData("0 40")]
    [InlineData("0 40 80 120")]
    [InlineData("0 40 20000 20040 20080 20120")]
    [InlineData("0 40 ? 120 160 200")]
    public void Nothing_is_said_of_few_frames_a_clock_that_jumps_or_packets_without_times(string times) =>
        Assert.Null(Vary(1000, times));

    [Fact]
    public void A_clock_that_goes_back_says_nothing()
    {
        var times = Enumerable.Range(0, 100).Select(i => i * 40).Concat(Enumerable.Range(0, 100).Select(i => i * 40));

        Assert.Null(Vary(1000, string.Join(' ', times)));
    }

    [Fact]
    public void Nothing_is_said_without_a_clock() => Assert.Null(new FrameSteps(timeBase: null).Vary());

    private static bool? Vary(int ticksPerSecond, string times)
    {
        var steps = new FrameSteps(new Rational(1, ticksPerSecond));
        foreach (var time in times.Split(' '))
        {
            steps.Add(long.TryParse(time, CultureInfo.InvariantCulture, out var ticks) ? ticks : null);
        }

        return steps.Vary();
    }
}

using System.Text;
using MediaInfo.Probing.Recognition;

namespace MediaInfo.Probing.Tests.Recognition;

public sealed class ProgressLogTests
{
    [Fact]
    public void The_share_follows_from_the_time()
    {
        var seen = new Told();
        var log = new ProgressLog(duration: 40, seen);
        string[] lines = ["frame=3", "out_time_us=10000000", "out_time_ms=1", "out_time_us=N/A", "out_time_us=50000000"];
        foreach (var line in lines)
        {
            log.Add(Encoding.ASCII.GetBytes(line));
        }

        Assert.Equal([0.25, 1], seen.Shares);
        Assert.Equal(50, log.Time);
    }

    [Theory]
    [InlineData("frame=0", false)]
    [InlineData("frame=  1", true)]
    [InlineData("out_time_us=0", false)]
    [InlineData("out_time_us=40000", true)]
    public void Frames_and_time_tell_that_something_was_decoded(string line, bool expected)
    {
        var log = new ProgressLog(duration: 40, progress: null);

        log.Add(Encoding.ASCII.GetBytes(line));

        Assert.Equal(expected, log.HasDecoded);
    }

    [Fact]
    public void Without_a_length_there_is_no_share()
    {
        var seen = new Told();

        new ProgressLog(duration: 0, seen).Add("out_time_us=10000000"u8);

        Assert.Empty(seen.Shares);
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}

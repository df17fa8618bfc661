using MediaInfo.Core.Topics;

namespace MediaInfo.Core.Tests.Topics;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Exponential_decay_retries_176_times_over_a_day()
    {
        var delays = Delays(NotifyStrategy.ExponentialDecayRetry, "id");

        Assert.Equal(176, delays.Count);
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512], delays.Take(10).Select(delay => delay.TotalSeconds));
        Assert.All(delays.Skip(9), delay => Assert.Equal(512, delay.TotalSeconds));
        Assert.InRange(delays.Sum(delay => delay.TotalHours), 23.5, 24);
    }

    [Fact]
    public void Backoff_retries_three_times_10_to_20_seconds_apart()
    {
        var messages = Enumerable.Range(0, 200).Select(i => Delays(NotifyStrategy.BackoffRetry, $"message {i}")).ToList();

        Assert.All(messages, delays => Assert.Equal(3, delays.Count));
        var seconds = messages.SelectMany(delays => delays).Select(delay => (int)delay.TotalSeconds).ToHashSet();
        Assert.Equal(Enumerable.Range(10, 11), seconds.Order());
    }

    private static List<TimeSpan> Delays(NotifyStrategy strategy, string seed) =>
    [
        .. Enumerable.Range(1, 1000)
            .Select(failures => RetrySchedule.After(strategy, failures, seed))
            .TakeWhile(delay => delay is not null)
            .Select(delay => delay!.Value),
    ];
}

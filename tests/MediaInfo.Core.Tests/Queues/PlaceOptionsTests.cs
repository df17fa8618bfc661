using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Tests.Queues;

public sealed class PlaceOptionsTests
{
    [Fact]
    public void Zero_concurrency_means_two_jobs_per_processor()
    {
        Assert.Equal(2 * Environment.ProcessorCount, new Places().EffectiveConcurrency);
        Assert.Equal(7, new Places { Concurrency = 7 }.EffectiveConcurrency);
    }

    [Fact]
    public void The_guest_concurrency_equals_the_concurrency_by_default()
    {
        Assert.Equal(7, new Places { Concurrency = 7 }.EffectiveGuestConcurrency);
        Assert.Equal(0, new Places { Concurrency = 7, GuestConcurrency = 0 }.EffectiveGuestConcurrency);
    }

    [Fact]
    public void All_places_are_free_at_first_and_go_to_any_account()
    {
        var shares = new Places { Concurrency = 3 }.SharedAmong(["one", "two"]);

        Assert.Equal(3, shares.GetRoom().Total);
        Assert.Equal(["one", "two"], shares.GetRoom().Accounts);
    }

    private sealed record Places : PlaceOptions;
}

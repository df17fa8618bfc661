using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobEndingsTests
{
    private readonly JobEndings _endings = new();

    [Fact]
    public void Only_the_waiters_of_the_ended_job_are_woken()
    {
        var first = _endings.Await(TestJobs.Key(1)).Next;
        var second = _endings.Await(TestJobs.Key(1)).Next;
        var other = _endings.Await(TestJobs.Key(2)).Next;
        var foreign = _endings.Await(TestJobs.Key(1, "1000000000000002")).Next;

        _endings.Announce(TestJobs.Key(1));

        Assert.True(first.IsCompletedSuccessfully);
        Assert.True(second.IsCompletedSuccessfully);
        Assert.False(other.IsCompleted);
        Assert.False(foreign.IsCompleted);
    }

    [Fact]
    public void An_end_without_waiters_is_not_kept()
    {
        _endings.Announce(TestJobs.Key());

        Assert.False(_endings.Await(TestJobs.Key()).Next.IsCompleted);
    }

    [Fact]
    public void Waiting_again_after_an_end_waits_for_the_next_one()
    {
        var wait = _endings.Await(TestJobs.Key());
        _endings.Announce(TestJobs.Key());

        var next = wait.Next;
        Assert.False(next.IsCompleted);
        _endings.Announce(TestJobs.Key());

        Assert.True(next.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_waiter_that_leaves_does_not_affect_others()
    {
        var stays = _endings.Await(TestJobs.Key());
        _endings.Await(TestJobs.Key()).Dispose();

        var woken = stays.Next;
        _endings.Announce(TestJobs.Key());

        Assert.True(woken.IsCompletedSuccessfully);
    }
}

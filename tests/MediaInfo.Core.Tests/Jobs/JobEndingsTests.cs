using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tests.Support;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobEndingsTests
{
    private readonly JobEndings _endings = new();

    [Fact]
    public void Everyone_who_waits_for_a_job_is_woken_and_nobody_else()
    {
        var first = _endings.Of(TestJobs.Key(1));
        var second = _endings.Of(TestJobs.Key(1));
        var other = _endings.Of(TestJobs.Key(2));
        var foreign = _endings.Of(TestJobs.Key(1, "1000000000000002"));

        _endings.Announce(TestJobs.Key(1));

        Assert.True(first.IsCompletedSuccessfully);
        Assert.True(second.IsCompletedSuccessfully);
        Assert.False(other.IsCompleted);
        Assert.False(foreign.IsCompleted);
    }

    [Fact]
    public void An_end_that_nobody_waits_for_is_not_kept()
    {
        _endings.Announce(TestJobs.Key());

        Assert.False(_endings.Of(TestJobs.Key()).IsCompleted);
    }

    [Fact]
    public void A_forgotten_job_is_waited_for_anew()
    {
        var before = _endings.Of(TestJobs.Key());

        _endings.Forget(TestJobs.Key());
        var after = _endings.Of(TestJobs.Key());
        _endings.Announce(TestJobs.Key());

        Assert.False(before.IsCompleted);
        Assert.True(after.IsCompletedSuccessfully);
    }
}

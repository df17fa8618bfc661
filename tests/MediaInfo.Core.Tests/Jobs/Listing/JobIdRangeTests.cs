using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Core.Tests.Jobs.Listing;

public sealed class JobIdRangeTests
{
    private static readonly DateTimeOffset At = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly JobFilter Any = new("account", "ims");

    [Fact]
    public void Without_bounds_the_range_contains_every_id()
    {
        var range = JobIdRange.Of(Any);

        Assert.Equal(JobIdRange.All, range);
        Assert.True(range.Contains(new string('0', 32)) && range.Contains(new string('f', 32)));
        Assert.Equal("", range.CommonPrefix);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    public void Time_bounds_become_id_bounds(int milliseconds, bool within)
    {
        var range = JobIdRange.Of(Any with { CreatedFrom = At, CreatedBefore = At.AddSeconds(1) });

        Assert.Equal(within, range.Contains(new IdSource().NewJobId(At.AddMilliseconds(milliseconds))));
    }

    [Fact]
    public void Ids_of_a_short_period_share_a_prefix()
    {
        var range = JobIdRange.Of(Any with { CreatedFrom = At, CreatedBefore = At.AddSeconds(1) });

        Assert.StartsWith(range.CommonPrefix, new IdSource().NewJobId(At), StringComparison.Ordinal);
        Assert.True(range.CommonPrefix.Length >= 8);
    }

    [Fact]
    public void Times_out_of_range_are_clamped()
    {
        var range = JobIdRange.Of(Any with { CreatedFrom = DateTimeOffset.MinValue, CreatedBefore = DateTimeOffset.MaxValue });

        Assert.True(range.Contains(new IdSource().NewJobId(At)));
        Assert.False(JobIdRange.Of(Any with { CreatedBefore = DateTimeOffset.MinValue }).Contains(new IdSource().NewJobId(At)));
    }

    [Fact]
    public void The_range_after_an_id_begins_with_the_next_one()
    {
        var id = new string('8', 32);
        var (before, after) = (new string('8', 31) + '7', new string('8', 31) + '9');

        var newest = JobIdRange.All.After(id, JobOrder.NewestFirst);
        var oldest = JobIdRange.All.After(id, JobOrder.OldestFirst);

        Assert.Equal((false, false, true), (newest.Contains(before), newest.Contains(id), newest.Contains(after)));
        Assert.Equal((true, false, false), (oldest.Contains(before), oldest.Contains(id), oldest.Contains(after)));
    }

    [Fact]
    public void Continuing_after_an_id_outside_the_range_leaves_all_or_nothing()
    {
        var range = new JobIdRange("5", "7");

        Assert.Equal(range, range.After(new string('4', 32), JobOrder.NewestFirst));
        Assert.Equal(range, range.After(new string('8', 32), JobOrder.OldestFirst));
        Assert.True(range.After(new string('8', 32), JobOrder.NewestFirst).IsEmpty);
        Assert.True(range.After(new string('4', 32), JobOrder.OldestFirst).IsEmpty);
    }

    [Theory]
    [InlineData("4", false)]
    [InlineData("5", true)]
    [InlineData("50", false)]
    [InlineData("52", true)]
    [InlineData("6f", true)]
    [InlineData("7", true)]
    [InlineData("73", true)]
    [InlineData("74", false)]
    [InlineData("8", false)]
    [InlineData("", true)]
    public void A_prefix_is_followed_only_if_it_may_reach_the_range(string prefix, bool may) =>
        Assert.Equal(may, new JobIdRange("51", "74").MayContain(prefix));
}

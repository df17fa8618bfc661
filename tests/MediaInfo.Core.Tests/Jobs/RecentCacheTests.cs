using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class RecentCacheTests
{
    private readonly RecentCache<int, string> _recent = new(capacity: 10);

    [Fact]
    public void The_last_value_of_a_key_is_found()
    {
        _recent.Keep(1, "one");
        _recent.Keep(1, "another one");

        Assert.Equal("another one", _recent.Find(1));
        Assert.Null(_recent.Find(2));
    }

    [Fact]
    public void The_capacity_is_never_exceeded()
    {
        Fill(1000);

        Assert.InRange(Enumerable.Range(0, 1000).Count(i => _recent.Find(i) is not null), 1, 10);
        Assert.NotNull(_recent.Find(999));
    }

    [Fact]
    public void Frequently_used_values_are_not_evicted()
    {
        _recent.Keep(-1, "favourite");

        for (var i = 0; i < 1000; i++)
        {
            _recent.Keep(i, "other");
            Assert.NotNull(_recent.Find(-1));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_forgotten_value_is_gone_regardless_of_its_age(int others)
    {
        _recent.Keep(-1, "forget me");
        Fill(others);

        _recent.Forget(-1);

        Assert.Null(_recent.Find(-1));
    }

    [Fact]
    public void A_new_value_replaces_an_aged_one()
    {
        _recent.Keep(-1, "old");
        Fill(5);

        _recent.Keep(-1, "new");
        Fill(4);

        Assert.Equal("new", _recent.Find(-1));
    }

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _recent.Keep(i, i.ToString(CultureInfo.InvariantCulture));
        }
    }
}

using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class RecentTests
{
    private readonly Recent<int, string> _recent = new(capacity: 10);

    [Fact]
    public void What_was_kept_last_is_found()
    {
        _recent.Keep(1, "one");
        _recent.Keep(1, "another one");

        Assert.Equal("another one", _recent.Find(1));
        Assert.Null(_recent.Find(2));
    }

    [Fact]
    public void Never_more_is_kept_than_the_capacity()
    {
        Fill(1000);

        Assert.InRange(Enumerable.Range(0, 1000).Count(i => _recent.Find(i) is not null), 1, 10);
        Assert.NotNull(_recent.Find(999));
    }

    [Fact]
    public void What_is_used_again_and_again_is_not_forgotten()
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
    public void What_is_forgotten_is_gone_however_long_it_was_kept(int others)
    {
        _recent.Keep(-1, "forget me");
        Fill(others);

        _recent.Forget(-1);

        Assert.Null(_recent.Find(-1));
    }

    [Fact]
    public void A_new_value_takes_the_place_of_one_that_has_grown_old()
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

using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class IdSourceTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_job_id_is_32_lower_case_hexadecimal_digits() =>
        Assert.All(Ids(1000), id => Assert.Matches("^[0-9a-f]{32}$", id));

    [Fact]
    public void Ids_of_the_same_millisecond_differ() => Assert.Equal(1000, Ids(1000).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1000L * 60 * 60 * 24 * 365 * 50)]
    public void A_later_id_sorts_before_every_earlier_one(long milliseconds)
    {
        var earlier = Ids(100);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var later = Ids(100);

        Assert.True(string.CompareOrdinal(later.Max(StringComparer.Ordinal), earlier.Min(StringComparer.Ordinal)) < 0);
    }

    [Fact]
    public void A_request_id_is_an_upper_case_guid()
    {
        var source = new IdSource();
        var ids = Enumerable.Range(0, 1000).Select(_ => source.NewRequestId()).ToList();

        Assert.All(ids, id => Assert.Matches("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", id));
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private List<string> Ids(int count)
    {
        var source = new IdSource();
        return [.. Enumerable.Range(0, count).Select(_ => source.NewJobId(_time.GetUtcNow()))];
    }
}

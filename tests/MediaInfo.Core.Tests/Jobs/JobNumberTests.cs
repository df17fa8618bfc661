using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobNumberTests
{
    private const string Account = "1000000000000001";
    private static readonly DateTimeOffset At = new(2024, 2, 29, 12, 0, 0, 123, TimeSpan.Zero);
    private readonly IdSource _ids = new();

    [Fact]
    public void An_id_can_be_recovered_from_its_number()
    {
        for (var i = 0; i < 1000; i++)
        {
            var id = _ids.NewNumberedJobId(Account, At.AddMilliseconds(i * 7919L));
            var number = JobNumber.Of(new JobKey(Account, id));

            Assert.Matches("^[0-9]{16}$", number);
            Assert.Equal(id, JobNumber.Find(Account, number));
            Assert.Matches("^[0-9a-f]{32}$", id);
        }
    }

    [Fact]
    public void A_number_is_exact_in_a_double_until_2039()
    {
        var id = _ids.NewNumberedJobId(Account, new DateTimeOffset(2038, 12, 31, 0, 0, 0, TimeSpan.Zero));

        Assert.True(long.Parse(JobNumber.Of(new JobKey(Account, id)), CultureInfo.InvariantCulture) < 1L << 53);
    }

    [Fact]
    public void Later_numbers_are_larger_and_their_ids_sort_first_like_all_job_ids()
    {
        var millisecond = At.ToUnixTimeMilliseconds() * 4096;
        int[] steps = [0, 1, 4095, 4096];
        var ids = steps
            .Select(step => JobNumber.Find(Account, (millisecond + step).ToString(CultureInfo.InvariantCulture))!)
            .ToList();

        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), ids);
        Assert.All(ids[..3], id => Assert.StartsWith(_ids.NewJobId(At)[..12], id, StringComparison.Ordinal));
        Assert.False(ids[3].StartsWith(ids[0][..12], StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_number_in_another_account_is_a_different_id() =>
        Assert.NotEqual(JobNumber.Find(Account, "7967"), JobNumber.Find("another", "7967"));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("0x10")]
    [InlineData("abc")]
    [InlineData("１２")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999999")]
    public void Other_texts_are_not_job_numbers(string text) => Assert.Null(JobNumber.Find(Account, text));

    [Theory]
    [InlineData(0L)]
    [InlineData(7967L)]
    [InlineData((1L << 60) - 1)]
    public void Every_number_has_an_id(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(digits, JobNumber.Of(new JobKey(Account, JobNumber.Find(Account, digits)!)));
    }
}

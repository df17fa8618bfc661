using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobContinuationTests
{
    private const string Id = "fe5e03a40405328459256f4b8c1c385f";

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public void A_continuation_token_decodes_to_its_id(JobOrder order)
    {
        var text = JobContinuation.Write(Id, order);

        Assert.Equal(Id, JobContinuation.Read(text, order));
        Assert.DoesNotContain(Id, text, StringComparison.Ordinal);
        Assert.Equal(text, Uri.EscapeDataString(text));
    }

    [Fact]
    public void A_token_of_the_other_order_is_invalid() =>
        Assert.Null(JobContinuation.Read(JobContinuation.Write(Id, JobOrder.NewestFirst), JobOrder.OldestFirst));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("no base64!")]
    [InlineData(Id)]
    [InlineData("bi4uLy4uLy4uLy4uLy4uLy4uLy4uLy4uLy4uLy4uLy4")]
    public void A_token_that_was_never_issued_is_invalid(string text) =>
        Assert.Null(JobContinuation.Read(text, JobOrder.NewestFirst));
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Tests.Queues;

public sealed class TokenMessageTests
{
    private static readonly JobKey Job = new("account", "0123456789abcdef0123456789abcdef");

    [Fact]
    public void A_token_names_its_job_and_is_not_another_kind_of_message()
    {
        var token = Messages.WriteToken(Job);

        Assert.Equal(Job, Messages.ReadToken(token));
        Assert.Null(Messages.ReadAnalyze(token));
        Assert.Null(Messages.ReadToken(Messages.WriteAnalyze(Job)));
    }
}

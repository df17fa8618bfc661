using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Tests.Accounts;

public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("*", "mts:SubmitMediaInfoJob", true)]
    [InlineData("mts:*", "mts:SubmitMediaInfoJob", true)]
    [InlineData("mts:*", "ice:SubmitMediaInfoJob", false)]
    [InlineData("mts:Query*", "mts:QueryMediaInfoJobList", true)]
    [InlineData("mts:Query*", "mts:Query", true)]
    [InlineData("mts:Query*", "mts:SubmitMediaInfoJob", false)]
    [InlineData("mts:Query*", "xmts:QueryMediaInfoJobList", false)]
    [InlineData("*:Query*List", "ice:QueryPipelineList", true)]
    [InlineData("*:Query*List", "ice:QueryPipelineListX", false)]
    [InlineData("mts:querymediainfojoblist", "mts:QueryMediaInfoJobList", true)]
    [InlineData("mts:QueryMediaInfoJobList", "mts:QueryMediaInfoJobList", true)]
    [InlineData("mts:QueryMediaInfoJob", "mts:QueryMediaInfoJobList", false)]
    [InlineData("", "mts:QueryMediaInfoJobList", false)]
    public void A_star_matches_any_run_of_characters(string pattern, string action, bool matches) =>
        Assert.Equal(matches, ActionPattern.Matches(pattern, action));

    [Fact]
    public void A_key_allows_every_action_that_matches_one_of_its_patterns()
    {
        var key = new AccessKey { Id = "reader", Secret = "secret", Allow = ["mts:Query*", "mts:Search*"] };
        var caller = new Caller(new Account { Id = "a", Keys = [key] }, key);

        Assert.True(caller.May("mts:QueryMediaInfoJobList"));
        Assert.True(caller.May("mts:SearchPipeline"));
        Assert.False(caller.May("mts:SubmitMediaInfoJob"));
        Assert.False((caller with { Key = key with { Allow = [] } }).May("mts:QueryMediaInfoJobList"));
    }
}

using MediaInfo.Core.Accounts;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Core.Tests.Pipelines;

public sealed class DefaultPipelineTests
{
    // Clients store pipeline ids: this one must never change.
    [Fact]
    public void The_id_is_the_same_on_every_machine() =>
        Assert.Equal("6319baeb09c968d6cb9cac9316fb8497", DefaultPipeline.IdOf("1000000000000001"));

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("账号")]
    public void The_id_is_unique_and_has_32_lower_case_hexadecimal_digits(string account)
    {
        Assert.Matches("^[0-9a-f]{32}$", DefaultPipeline.IdOf(account));
        Assert.NotEqual(DefaultPipeline.IdOf("1000000000000001"), DefaultPipeline.IdOf(account));
        Assert.NotEqual(DefaultPipeline.IdOf(account), DefaultPipeline.IdOf(account + " "));
    }

    [Theory]
    [InlineData("their-queue")]
    [InlineData(null)]
    public void The_default_pipeline_is_active_and_notifies_the_accounts_queue(string? queue)
    {
        var pipeline = DefaultPipeline.Of(new Account { Id = "a", CallbackQueue = queue });

        Assert.Equal(
            (DefaultPipeline.IdOf("a"), "default", PipelineState.Active, "Standard", queue),
            (pipeline.Id, pipeline.Name, pipeline.State, pipeline.Speed, pipeline.Notify?.EffectiveQueue));
    }
}

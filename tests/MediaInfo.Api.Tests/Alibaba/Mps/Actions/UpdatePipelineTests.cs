using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class UpdatePipelineTests : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("PipelineId")]
    [InlineData("Name")]
    [InlineData("State")]
    public async Task A_missing_required_parameter_is_named(string parameter)
    {
        var answer = await _rig.SendAsync(Call(Id).Without(parameter));

        Assert.Equal((400, $"Missing{parameter}", $"{parameter} is mandatory for this action."), answer.Error);
    }

    [Theory]
    [InlineData("Name", "a b", "InvalidParameter")]
    [InlineData("State", "paused", "InvalidParameter")]
    [InlineData("State", "Deleted", "InvalidParameter")]
    [InlineData("State", "All", "InvalidParameter")]
    [InlineData("NotifyConfig", "x", "InvalidParameter.JsonObjectFormatInvalid")]
    public async Task An_invalid_value_is_refused_and_changes_nothing(string parameter, string value, string code)
    {
        var before = await AddAsync();

        var answer = await _rig.SendAsync(Call(Id).With((parameter, value)));

        Assert.Equal((400, code), (answer.Status, answer.Error.Code));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Optional_parameters_that_are_absent_keep_their_values()
    {
        var before = await AddAsync();

        Assert.Equal(200, (await _rig.SendAsync(Call(Id))).Status);

        Assert.Equal(before with { Name = "new", State = PipelineState.Paused }, await StoredAsync());
    }

    [Fact]
    public async Task An_empty_NotifyConfig_stops_the_messages_and_a_role_is_replaced()
    {
        var before = await AddAsync();

        await _rig.SendAsync(Call(Id).With(("NotifyConfig", "{}"), ("Role", "other")));

        Assert.Equal(
            before with { Name = "new", State = PipelineState.Paused, Notify = null, Role = "other" }, await StoredAsync());
    }

    [Theory]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    [InlineData("../x")]
    public async Task An_unknown_pipeline_is_not_found(string id) => Assert.Equal(
        (404, "InvalidParameter.ResourceNotFound", "The resource operated \"Pipeline\" cannot be found."),
        (await _rig.SendAsync(Call(id))).Error);

    [Fact]
    public async Task Another_accounts_pipeline_is_not_found()
    {
        var before = await AddAsync();

        Assert.Equal(404, (await _rig.SendAsync(Call(Id).By("otherid", "othersecret"))).Status);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task The_default_pipeline_can_be_paused()
    {
        Assert.Equal(200, (await _rig.SendAsync(Call(ApiRig.DefaultPipelineId))).Status);

        var stored = (await _rig.Pipelines.FindAsync(ApiRig.Account, ApiRig.DefaultPipelineId, default))!.Pipeline;
        Assert.Equal(("new", PipelineState.Paused, "their-queue"), (stored.Name, stored.State, stored.Notify?.QueueName));
    }

    [Fact]
    public async Task Jobs_wait_for_a_paused_pipeline_and_are_scheduled_when_it_resumes()
    {
        await AddAsync();
        var job = await _rig.AddAsync(ApiJobs.Waiting() with { PipelineId = Id });
        await _rig.SendAsync(Call(Id));

        Assert.False(await _rig.Get<PipelineGate>().PassAsync(job.Key, Id, default));
        await _rig.SendAsync(Call(Id).With(("Name", "renamed")));
        Assert.Empty(_rig.Scheduler.Scheduled);
        await _rig.SendAsync(Call(Id).With(("State", "Active")));

        Assert.Equal([job.Key], _rig.Scheduler.Scheduled);
        Assert.Empty(_rig.Held.All);
    }

    private static RpcRequest Call(string id) =>
        RpcRequest.Of("UpdatePipeline", ("PipelineId", id), ("Name", "new"), ("State", "Paused"));

    private async Task<Pipeline> AddAsync()
    {
        var pipeline = new Pipeline
        {
            Id = Id,
            Name = "old",
            State = PipelineState.Active,
            CreatedAt = ApiJobs.CreatedAt,
            Speed = "Boost",
            SpeedLevel = 2,
            Role = "role",
            Notify = new NotifyTarget { Topic = "my-topic" },
        };
        Assert.True(await _rig.Pipelines.WriteAsync(ApiRig.Account, pipeline, etag: null, default));
        return pipeline;
    }

    private async Task<Pipeline> StoredAsync() => (await _rig.Pipelines.FindAsync(ApiRig.Account, Id, default))!.Pipeline;
}

using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Core.Tests.Pipelines;

public sealed class PipelineServiceTests
{
    private const int MaxAttempts = 20;

    private readonly PipelineRig _rig = new();

    [Fact]
    public async Task A_new_pipeline_is_active_and_has_its_own_id_and_creation_time()
    {
        var target = new NotifyTarget { Topic = "my-topic" };
        var first = await AddAsync(_rig, new PipelineDraft("own", "Boost", 2, "role", target));
        var second = await AddAsync(_rig, new PipelineDraft("own", "Boost", 2, "role", target));

        Assert.NotNull(first);
        Assert.Matches("^[0-9a-f]{32}$", first.Id);
        Assert.NotEqual(first.Id, second!.Id);
        Assert.Equal(
            PipelineRig.NewPipeline(id: first.Id) with
            {
                CreatedAt = _rig.Time.GetUtcNow(),
                Speed = "Boost",
                SpeedLevel = 2,
                Role = "role",
                Notify = target,
            },
            await _rig.StoredAsync(first.Id));
    }

    [Fact]
    public async Task The_limit_per_account_counts_the_default_pipeline_but_not_deleted_ones()
    {
        var rig = new PipelineRig(new PipelineOptions { MaxPerAccount = 3 });

        var first = await AddAsync(rig);
        Assert.NotNull(await AddAsync(rig));
        Assert.Null(await AddAsync(rig));
        await rig.Service.DeleteAsync(PipelineRig.Account, first!.Id, default);
        Assert.NotNull(await AddAsync(rig));
    }

    [Fact]
    public async Task A_change_is_retried_on_what_another_writer_left()
    {
        await _rig.PutAsync(PipelineState.Active);
        _rig.Store.Before = number =>
            number < 3 ? _rig.PutAsync(PipelineRig.NewPipeline() with { Role = $"role {number}" }) : Task.CompletedTask;

        var changed = await RenameAsync(PipelineRig.Id);

        Assert.Equal(PipelineRig.NewPipeline() with { Name = "new", Role = "role 2" }, changed);
        Assert.Equal(changed, await _rig.StoredAsync());
        Assert.Equal(3, _rig.Store.Writes);
    }

    [Fact]
    public async Task A_change_that_always_conflicts_finally_fails()
    {
        await _rig.PutAsync(PipelineState.Active);
        _rig.Store.Before = number => _rig.PutAsync(PipelineRig.NewPipeline() with { Role = $"role {number}" });

        await Assert.ThrowsAsync<IOException>(() => RenameAsync(PipelineRig.Id));

        Assert.Equal(MaxAttempts, _rig.Store.Writes);
        Assert.Equal("own", (await _rig.StoredAsync())!.Name);
    }

    [Fact]
    public async Task An_unknown_or_deleted_pipeline_is_not_changed()
    {
        await _rig.PutAsync(PipelineState.Deleted);

        Assert.Null(await RenameAsync(PipelineRig.Id));
        Assert.Null(await RenameAsync("ffffffffffffffffffffffffffffffff"));
        Assert.Equal(0, _rig.Store.Writes);
    }

    [Fact]
    public async Task Concurrent_first_changes_of_the_default_pipeline_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RenameAsync(TestPipelines.DefaultId)));

        Assert.Equal("new", (await _rig.StoredAsync(TestPipelines.DefaultId))!.Name);
    }

    [Theory]
    [InlineData(PipelineState.Active, 1)]
    [InlineData(PipelineState.Paused, 0)]
    public async Task Held_jobs_are_released_if_the_pipeline_is_active_after_the_change(PipelineState after, int scheduled)
    {
        await _rig.PutAsync(PipelineState.Paused);
        await HoldAsync();

        await _rig.Service.ChangeAsync(PipelineRig.Account, PipelineRig.Id, read => read with { State = after }, default);

        Assert.Equal((scheduled, 1 - scheduled), (_rig.Scheduled.Count(), _rig.Held.All.Count));
    }

    [Fact]
    public async Task Repeating_a_change_completes_a_failed_release()
    {
        await _rig.PutAsync(PipelineState.Paused);
        await HoldAsync();
        _rig.Held.Outage.Begin(1);

        await Assert.ThrowsAsync<IOException>(ResumeAsync);
        await ResumeAsync();

        Assert.Single(_rig.Scheduled);
        Assert.Empty(_rig.Held.All);

        Task ResumeAsync() => _rig.Service.ChangeAsync(
            PipelineRig.Account, PipelineRig.Id, read => read with { State = PipelineState.Active }, default);
    }

    [Theory]
    [InlineData(PipelineState.Active)]
    [InlineData(PipelineState.Paused)]
    public async Task A_deleted_pipeline_is_kept_for_the_messages_of_its_jobs(PipelineState before)
    {
        var pipeline = await _rig.PutAsync(before);

        Assert.Equal(PipelineDeletion.Deleted, await DeleteAsync());
        Assert.Equal(pipeline with { State = PipelineState.Deleted }, await _rig.StoredAsync());
        Assert.Equal(PipelineDeletion.NotFound, await DeleteAsync());
    }

    [Fact]
    public async Task An_unknown_pipeline_is_not_found() => Assert.Equal(PipelineDeletion.NotFound, await DeleteAsync());

    [Fact]
    public async Task The_default_pipeline_is_always_in_use()
    {
        Assert.Equal(PipelineDeletion.InUse, await DeleteAsync(TestPipelines.DefaultId));
        Assert.Equal(0, _rig.Store.Writes);
    }

    [Fact]
    public async Task A_pipeline_with_a_held_job_is_in_use()
    {
        await _rig.PutAsync(PipelineState.Paused);
        await HoldAsync();

        Assert.Equal(PipelineDeletion.InUse, await DeleteAsync());
        Assert.Equal(PipelineState.Paused, (await _rig.StoredAsync())!.State);
    }

    [Fact]
    public async Task A_job_held_while_its_pipeline_is_being_deleted_runs()
    {
        await _rig.PutAsync(PipelineState.Paused);
        _rig.Store.Before = _ => HoldAsync();

        Assert.Equal(PipelineDeletion.Deleted, await DeleteAsync());

        Assert.Single(_rig.Scheduled);
        Assert.Empty(_rig.Held.All);
    }

    private static Task<Pipeline?> AddAsync(PipelineRig rig, PipelineDraft? draft = null) =>
        rig.Service.AddAsync(PipelineRig.Account, draft ?? new PipelineDraft("own", "Standard", null, null, null), default);

    private Task<Pipeline?> RenameAsync(string id) =>
        _rig.Service.ChangeAsync(PipelineRig.Account, id, read => read with { Name = "new" }, default);

    private Task<PipelineDeletion> DeleteAsync(string id = PipelineRig.Id) =>
        _rig.Service.DeleteAsync(PipelineRig.Account, id, default);

    private async Task HoldAsync() =>
        await _rig.Held.AddAsync(new HeldJob((await _rig.AddJobAsync()).Key, PipelineRig.Id), default);
}

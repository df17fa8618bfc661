using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Core.Tests.Pipelines;

public sealed class PipelineDirectoryTests
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(2);

    private readonly PipelineRig _rig = new(new PipelineOptions { TrustedFor = Trust });

    [Fact]
    public async Task A_pipeline_is_cached_only_for_the_trusted_time()
    {
        await _rig.PutAsync(PipelineState.Active);
        await FindAsync();
        await _rig.PutAsync(PipelineState.Paused);

        _rig.Time.Advance(Trust - TimeSpan.FromTicks(1));
        Assert.Equal(PipelineState.Active, (await FindAsync())!.State);
        _rig.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(PipelineState.Paused, (await FindAsync())!.State);
    }

    [Fact]
    public async Task With_a_trusted_time_of_zero_every_read_goes_to_storage()
    {
        var rig = new PipelineRig(new PipelineOptions { TrustedFor = TimeSpan.Zero });
        await rig.PutAsync(PipelineState.Active);
        await rig.Directory.FindAsync(PipelineRig.Account, PipelineRig.Id, default);
        await rig.PutAsync(PipelineState.Paused);

        Assert.Equal(PipelineState.Paused, (await rig.Directory.FindAsync(PipelineRig.Account, PipelineRig.Id, default))!.State);
    }

    [Fact]
    public async Task A_live_read_goes_to_storage_and_refreshes_the_cache()
    {
        await _rig.PutAsync(PipelineState.Active);
        await FindAsync();
        await _rig.PutAsync(PipelineState.Paused);

        Assert.Equal(PipelineState.Paused, (await ReadLiveAsync())!.Pipeline.State);
        Assert.Equal(PipelineState.Paused, (await FindAsync())!.State);
    }

    [Fact]
    public async Task A_change_made_here_is_visible_here_at_once()
    {
        await _rig.PutAsync(PipelineState.Active);
        var read = await ReadLiveAsync();

        Assert.True(
            await _rig.Directory.WriteAsync(PipelineRig.Account, read!.Pipeline with { Name = "new" }, read.ETag, default));

        Assert.Equal("new", (await FindAsync())!.Name);
    }

    [Fact]
    public async Task After_a_write_conflict_the_other_writers_version_is_visible()
    {
        await _rig.PutAsync(PipelineState.Active);
        var read = await ReadLiveAsync();
        await _rig.PutAsync(PipelineState.Paused);

        Assert.False(
            await _rig.Directory.WriteAsync(PipelineRig.Account, read!.Pipeline with { Name = "new" }, read.ETag, default));

        Assert.Equal((PipelineState.Paused, "own"), ((await FindAsync())!.State, (await FindAsync())!.Name));
    }

    [Fact]
    public async Task A_missing_pipeline_is_not_cached()
    {
        Assert.Null(await FindAsync());
        await _rig.PutAsync(PipelineState.Active);

        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task The_default_pipeline_exists_without_being_stored_until_it_is_written()
    {
        var read = await _rig.Directory.ReadLiveAsync(PipelineRig.Account, TestPipelines.DefaultId, default);
        Assert.Equal(read!.Pipeline, await FindAsync(id: null));
        Assert.Null(read.ETag);
        Assert.Null(await _rig.StoredAsync(TestPipelines.DefaultId));

        Assert.True(
            await _rig.Directory.WriteAsync(PipelineRig.Account, read.Pipeline with { Name = "new" }, read.ETag, default));

        Assert.Equal("new", (await _rig.StoredAsync(TestPipelines.DefaultId))!.Name);
        Assert.Equal("new", (await FindAsync(id: null))!.Name);
        Assert.Equal(["new"], (await ListAsync()).Select(pipeline => pipeline.Name));
    }

    [Fact]
    public async Task An_unknown_account_has_no_default_pipeline()
    {
        Assert.Null(await _rig.Directory.FindAsync("nobody", null, default));
        Assert.Empty(await _rig.Directory.ListAsync("nobody", default));
    }

    [Fact]
    public async Task An_account_does_not_see_the_pipelines_of_another()
    {
        await _rig.PutAsync(PipelineState.Active);

        Assert.Null(await _rig.Directory.FindAsync("other", PipelineRig.Id, default));
        Assert.Null(await _rig.Directory.FindAsync("other", TestPipelines.DefaultId, default));
    }

    [Fact]
    public async Task A_deleted_pipeline_is_found_for_its_messages_but_neither_live_nor_listed()
    {
        await _rig.PutAsync(PipelineState.Deleted);

        Assert.Equal(PipelineState.Deleted, (await FindAsync())!.State);
        Assert.Null(await ReadLiveAsync());
        Assert.Equal([TestPipelines.DefaultId], (await ListAsync()).Select(pipeline => pipeline.Id));
    }

    [Fact]
    public async Task The_list_is_sorted_newest_first_and_then_by_id()
    {
        var (a, b, c, d) = (new string('a', 32), new string('b', 32), new string('c', 32), new string('d', 32));
        var times = new[] { (c, 1), (a, 2), (b, 2), (d, 3) };
        foreach (var (id, minutes) in times)
        {
            await _rig.PutAsync(
                PipelineRig.NewPipeline(PipelineState.Paused, id) with { CreatedAt = TestJobs.CreatedAt.AddMinutes(minutes) });
        }

        Assert.Equal([d, a, b, c, TestPipelines.DefaultId], (await ListAsync()).Select(pipeline => pipeline.Id));
    }

    private Task<Pipeline?> FindAsync(string? id = PipelineRig.Id) => _rig.Directory.FindAsync(PipelineRig.Account, id, default);

    private Task<StoredPipeline?> ReadLiveAsync() => _rig.Directory.ReadLiveAsync(PipelineRig.Account, PipelineRig.Id, default);

    private Task<IReadOnlyList<Pipeline>> ListAsync() => _rig.Directory.ListAsync(PipelineRig.Account, default);
}

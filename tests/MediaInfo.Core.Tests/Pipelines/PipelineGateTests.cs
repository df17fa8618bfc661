using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Pipelines;

public sealed class PipelineGateTests
{
    private readonly PipelineRig _rig = new();

    [Theory]
    [InlineData(PipelineState.Active)]
    [InlineData(PipelineState.Deleted)]
    public async Task A_job_of_a_pipeline_that_is_not_paused_passes_and_leaves_no_note(PipelineState state)
    {
        await _rig.PutAsync(state);

        Assert.True(await PassAsync());
        Assert.Empty(_rig.Held.All);
    }

    [Fact]
    public async Task A_job_whose_pipeline_is_unknown_passes() => Assert.True(await PassAsync());

    [Fact]
    public async Task A_job_of_a_paused_pipeline_gets_one_note_however_often_it_arrives()
    {
        await _rig.PutAsync(PipelineState.Paused);

        Assert.False(await PassAsync());
        Assert.False(await PassAsync());

        Assert.Equal([new HeldJob(TestJobs.Key(), PipelineRig.Id)], _rig.Held.All);
    }

    [Theory]
    [InlineData(PipelineState.Active)]
    [InlineData(PipelineState.Deleted)]
    public async Task A_pipeline_resumed_between_the_two_reads_lets_the_job_pass_without_a_note(PipelineState after)
    {
        await _rig.PutAsync(PipelineState.Paused);
        await _rig.Directory.FindAsync(PipelineRig.Account, PipelineRig.Id, default);
        await _rig.PutAsync(after);

        Assert.True(await PassAsync());
        Assert.Empty(_rig.Held.All);
    }

    [Fact]
    public async Task A_job_whose_note_cannot_be_written_does_not_pass()
    {
        await _rig.PutAsync(PipelineState.Paused);
        _rig.Held.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(PassAsync);
    }

    [Fact]
    public async Task A_job_rejected_because_the_second_read_fails_leaves_no_note()
    {
        await _rig.PutAsync(PipelineState.Paused);
        await _rig.Directory.FindAsync(PipelineRig.Account, PipelineRig.Id, default);
        _rig.Store.Stored.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(PassAsync);

        Assert.Empty(_rig.Held.All);
    }

    [Theory]
    [InlineData(PipelineState.Paused, JobState.Waiting, true)]
    [InlineData(PipelineState.Paused, JobState.Running, false)]
    [InlineData(PipelineState.Paused, JobState.Succeeded, false)]
    [InlineData(PipelineState.Active, JobState.Waiting, false)]
    [InlineData(PipelineState.Deleted, JobState.Waiting, false)]
    public async Task A_job_is_held_while_it_waits_for_a_paused_pipeline(PipelineState pipeline, JobState job, bool held)
    {
        await _rig.PutAsync(pipeline);

        Assert.Equal(held, await _rig.Gate.HoldsAsync(TestJobs.In(job) with { PipelineId = PipelineRig.Id }, default));
    }

    [Fact]
    public async Task Release_schedules_only_the_jobs_of_that_pipeline()
    {
        var jobs = new[] { await AddHeldAsync(1), await AddHeldAsync(2), await AddHeldAsync(3) };
        var other = await AddHeldAsync(4, TestPipelines.DefaultId);

        await ReleaseAsync();

        Assert.Equal(jobs.Select(job => job.Key).ToHashSet(), _rig.Scheduled.ToHashSet());
        Assert.Equal([other.Key], _rig.Held.All.Select(held => held.Job));
    }

    [Fact]
    public async Task A_note_renewed_while_its_job_is_scheduled_is_kept()
    {
        var job = await AddHeldAsync(1);
        _rig.Scheduler
            .When(scheduler => scheduler.ScheduleAsync(Arg.Any<AnalysisJob>(), Arg.Any<CancellationToken>()))
            .Do(_ => _rig.Held.AddAsync(new HeldJob(job.Key, PipelineRig.Id), default).GetAwaiter().GetResult());

        await ReleaseAsync();

        Assert.Equal([job.Key], _rig.Held.All.Select(held => held.Job));
    }

    [Fact]
    public async Task A_job_that_cannot_be_scheduled_keeps_its_note_for_the_next_call()
    {
        var job = await AddHeldAsync(1);
        _rig.Scheduler.ScheduleAsync(Arg.Any<AnalysisJob>(), Arg.Any<CancellationToken>()).ThrowsAsync(new IOException("away"));
        await Assert.ThrowsAsync<IOException>(ReleaseAsync);
        Assert.Single(_rig.Held.All);

        _rig.Scheduler.ScheduleAsync(Arg.Any<AnalysisJob>(), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        await ReleaseAsync();

        Assert.Equal([job.Key], _rig.Scheduled.Distinct());
        Assert.Empty(_rig.Held.All);
    }

    [Fact]
    public async Task The_gate_knows_whether_any_job_of_a_pipeline_is_held()
    {
        await AddHeldAsync(1);

        Assert.True(await _rig.Gate.HoldsAnyAsync(PipelineRig.Account, PipelineRig.Id, default));
        Assert.False(await _rig.Gate.HoldsAnyAsync(PipelineRig.Account, TestPipelines.DefaultId, default));
        Assert.False(await _rig.Gate.HoldsAnyAsync("other", PipelineRig.Id, default));
    }

    private Task<bool> PassAsync() => _rig.Gate.PassAsync(TestJobs.Key(), PipelineRig.Id, default);

    private Task ReleaseAsync() => _rig.Gate.ReleaseAsync(PipelineRig.Account, PipelineRig.Id, default);

    private async Task<AnalysisJob> AddHeldAsync(int number, string pipelineId = PipelineRig.Id)
    {
        var job = await _rig.AddJobAsync(number, pipelineId);
        await _rig.Held.AddAsync(new HeldJob(job.Key, pipelineId), default);
        return job;
    }
}

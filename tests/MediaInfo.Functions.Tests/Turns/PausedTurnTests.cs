using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Turns;

/// <summary>Turns of jobs whose pipeline is paused. Their orchestrations wait for an event, which only a note brings.</summary>
public sealed class PausedTurnTests : IAsyncLifetime
{
    private TurnRig _rig = null!;

    public async Task InitializeAsync() => _rig = await TurnRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_held_job_frees_its_place_and_is_scheduled_again_when_its_pipeline_is_resumed()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(7));
        await _rig.App.SetPipelineAsync(PipelineState.Paused);

        Assert.Equal(AnalysisPlan.Later, (await _rig.TurnAsync(job)).Plan);
        Assert.Empty(_rig.Lanes.Texts);
        Assert.Equal(job, Assert.Single(_rig.App.Held.All).Job);

        await _rig.App.SetPipelineAsync(PipelineState.Active);
        Assert.Equal([job.Id], _rig.Orchestrations.Raised);
        Assert.Equal(AnalysisPlan.Nothing, (await _rig.TurnAsync(job)).Plan);
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(job)).State);
        Assert.Empty(_rig.App.Held.All);
    }

    [Fact]
    public async Task A_job_whose_turn_ran_another_accounts_job_is_noted_before_its_orchestration_waits()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(1));
        await _rig.ScheduleAsync(TurnRig.Other, 10);
        _rig.App.Services.GetRequiredService<FairShares>().Begin(TestApp.Account);
        await _rig.App.SetPipelineAsync(PipelineState.Paused);
        _rig.Gate.Before = (_, _) => _rig.SpendTurnAsync();

        var outcome = await _rig.TurnAsync(job);
        Assert.Equal(TurnRig.Other, Assert.Single(_rig.Gate.Begun).Account);

        await AssertNotStrandedAsync(job, outcome);
    }

    [Fact]
    public async Task A_job_whose_message_another_turn_holds_is_noted_before_its_orchestration_waits()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(1));
        await _rig.ReceiveAsync();
        await _rig.App.SetPipelineAsync(PipelineState.Paused);

        await AssertNotStrandedAsync(job, await _rig.LongTurnAsync(job));
    }

    [Fact]
    public async Task A_job_that_waited_without_a_message_is_not_run_while_its_pipeline_is_paused()
    {
        var job = await _rig.App.AddJobAsync();
        await _rig.Orchestrations.Client.ScheduleNewOrchestrationInstanceAsync("Analysis", job);
        _rig.Time.Advance(2 * Turn.Unlisted);
        await _rig.App.SetPipelineAsync(PipelineState.Paused);

        await AssertNotStrandedAsync(job, await _rig.LongTurnAsync(job));

        Assert.Empty(_rig.Gate.Begun);
    }

    // Either the orchestration takes another turn, or the resumed pipeline wakes it.
    private async Task AssertNotStrandedAsync(JobKey job, TurnOutcome outcome)
    {
        Assert.Equal(JobState.Waiting, (await _rig.App.JobAsync(job)).State);
        await _rig.App.SetPipelineAsync(PipelineState.Active);
        Assert.True(
            outcome.Plan is null || _rig.Orchestrations.Raised.Contains(job.Id, StringComparer.Ordinal),
            "The orchestration waits for an event that nobody raises");
    }
}

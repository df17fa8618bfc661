using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Turns;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests.Turns;

/// <summary>Jobs whose message another instance holds or lost, that fail, or whose instance stops.</summary>
public sealed class LostMessageTests : IAsyncLifetime
{
    private TurnRig _rig = null!;

    public async Task InitializeAsync() => _rig = await TurnRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_job_whose_message_another_turn_holds_is_left_to_it_and_looked_at_again_later()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(7));
        Assert.NotNull(await _rig.ReceiveAsync());

        var outcome = await _rig.LongTurnAsync(job);

        Assert.Null(outcome.Plan);
        Assert.InRange(outcome.After, TimeSpan.FromSeconds(1), Turn.Limits.VisibilityTimeout);
        Assert.Empty(_rig.Gate.Begun);
    }

    [Fact]
    public async Task The_job_of_an_instance_that_died_runs_when_its_message_is_visible_again()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(7));
        await _rig.ReceiveAsync();
        _rig.Time.Advance(Turn.Limits.VisibilityTimeout);

        await _rig.LongTurnAsync(job);

        Assert.Equal([job], _rig.Gate.Begun);
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(job)).State);
        Assert.Single(_rig.App.Callbacks.Delivered);
        Assert.Empty(_rig.Lanes.Texts);
    }

    [Fact]
    public async Task A_job_that_waits_long_without_a_message_is_run_without_one()
    {
        var job = await _rig.App.AddJobAsync();

        Assert.Null((await _rig.LongTurnAsync(job)).Plan);
        Assert.Empty(_rig.Gate.Begun);
        _rig.Time.Advance(Turn.Unlisted);

        Assert.Equal(AnalysisPlan.Nothing, (await _rig.LongTurnAsync(job)).Plan);
        Assert.Equal([job], _rig.Gate.Begun);
        Assert.Single(_rig.App.Callbacks.Delivered);
    }

    [Fact]
    public async Task An_unknown_message_is_poisoned_and_the_turns_own_job_runs()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(5));
        await _rig.Lanes.SendAsync(new WorkItem(TestApp.Account, "odd") { Priority = 10 }, default);

        Assert.Equal(AnalysisPlan.Nothing, await _rig.TurnsAsync(job));

        Assert.Equal(["odd"], _rig.Lanes.Poison);
        Assert.Equal([job], _rig.Gate.Begun);
    }

    [Fact]
    public async Task A_job_that_fails_now_and_then_is_tried_again_and_does_not_harm_the_job_whose_turn_met_it()
    {
        var jobs = await _rig.ScheduleAsync(10, 1);
        var left = 1;
        Fail(job => job == jobs[0] && Interlocked.Decrement(ref left) >= 0);

        Assert.Equal(AnalysisPlan.Nothing, await _rig.TurnsAsync(jobs[1]));
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(jobs[1])).State);
        Assert.Equal(AnalysisPlan.Nothing, await _rig.TurnsAsync(jobs[0]));

        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(jobs[0])).State);
        Assert.Equal(2, _rig.App.Callbacks.Delivered.Count);
    }

    [Fact]
    public async Task A_job_that_keeps_failing_is_given_up_after_its_deliveries_and_announced()
    {
        var jobs = await _rig.ScheduleAsync(10, 1);
        Fail(job => job == jobs[0]);

        await _rig.TurnsAsync(jobs[1]);
        await _rig.TurnsAsync(jobs[0]);

        var job = await _rig.App.JobAsync(jobs[0]);
        Assert.Equal((JobState.Failed, FailureReason.StorageSilent), (job.State, job.Failure!.Reason));
        Assert.Equal(Turn.Limits.MaxDeliveries, _rig.Gate.Begun.Count(begun => begun == jobs[0]));
        Assert.Equal([Messages.WriteAnalyze(jobs[0])], _rig.Lanes.Poison);
        Assert.Single(_rig.App.Callbacks.Delivered, told => told.Text.Contains(jobs[0].Id, StringComparison.Ordinal));
        Assert.Single(_rig.App.Logs.Entries, entry => entry.Event == 1502);
    }

    [Fact]
    public async Task A_stopping_instance_puts_the_job_back_at_once()
    {
        using var stop = new CancellationTokenSource();
        var job = Assert.Single(await _rig.ScheduleAsync(7));
        _rig.Gate.Before = (_, token) => Task.Delay(Timeout.Infinite, token);
        var turn = _rig.TurnAsync(job, stop.Token);
        await Eventually.HoldsAsync("the job has begun", () => _rig.Gate.Begun.Count == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        Assert.Equal(2, (await _rig.ReceiveAsync())?.DeliveryCount);
        Assert.NotEqual(JobState.Failed, (await _rig.App.JobAsync(job)).State);
    }

    [Fact]
    public async Task If_the_lanes_cannot_be_read_the_turn_fails_and_gives_no_place_away()
    {
        var job = Assert.Single(await _rig.ScheduleAsync(7));
        _rig.Lanes.Outage.Begin(calls: 3 * TurnRig.Places);
        for (var i = 0; i < 3 * TurnRig.Places; i++)
        {
            await Assert.ThrowsAsync<IOException>(() => _rig.TurnAsync(job));
        }

        await _rig.TurnAsync(job);

        Assert.Equal([job], _rig.Gate.Begun);
    }

    private void Fail(Func<JobKey, bool> fails) =>
        _rig.Gate.Before = (job, _) => fails(job) ? throw new IOException("Unavailable") : Task.CompletedTask;
}

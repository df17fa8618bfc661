using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Turns;

namespace MediaInfo.Functions.Tests.Turns;

/// <summary>Which job a turn runs, and what it leaves to the orchestration that took it.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private static readonly AnalysisExtras Digest = new(Digest: true, Packets: false);

    private TurnRig _rig = null!;

    public async Task InitializeAsync() => _rig = await TurnRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task The_highest_band_comes_first_and_within_it_the_oldest_job()
    {
        var jobs = await _rig.ScheduleAsync(6, 2, 8, 4, 10, 3, 1, 9, 7);

        foreach (var job in jobs)
        {
            await _rig.TurnsAsync(job);
        }

        Assert.Equal(
            [jobs[2], jobs[4], jobs[7], jobs[0], jobs[3], jobs[8], jobs[1], jobs[5], jobs[6]], _rig.Gate.Begun);
        Assert.Empty(_rig.Lanes.Texts);
    }

    [Fact]
    public async Task A_turn_runs_the_jobs_that_rank_higher_before_its_own_and_none_after()
    {
        var jobs = await _rig.ScheduleAsync(4, 10, 1);

        Assert.Equal(new TurnOutcome(AnalysisPlan.Nothing), await _rig.LongTurnAsync(jobs[0]));

        Assert.Equal([jobs[1], jobs[0]], _rig.Gate.Begun);
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(jobs[0])).State);
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(jobs[1])).State);
        Assert.Equal([Messages.WriteAnalyze(jobs[2])], _rig.Lanes.Texts);
        Assert.Equal(2, _rig.App.Callbacks.Delivered.Count);
    }

    [Fact]
    public async Task A_turn_whose_time_is_up_begins_no_more_jobs_and_its_own_job_ends_in_the_next_turn()
    {
        var jobs = await _rig.ScheduleAsync(1, 10);
        _rig.Gate.Before = (_, _) => _rig.SpendTurnAsync();

        Assert.Equal(new TurnOutcome(Plan: null), await _rig.TurnAsync(jobs[0]));
        Assert.Equal([jobs[1]], _rig.Gate.Begun);
        Assert.Equal(JobState.Waiting, (await _rig.App.JobAsync(jobs[0])).State);

        Assert.Equal(new TurnOutcome(AnalysisPlan.Nothing), await _rig.TurnAsync(jobs[0]));
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(jobs[0])).State);
    }

    [Fact]
    public async Task The_turn_of_a_job_that_another_turn_ended_runs_nothing()
    {
        var jobs = await _rig.ScheduleAsync(10, 5, 1);
        await _rig.LongTurnAsync(jobs[1]);

        Assert.Equal(new TurnOutcome(AnalysisPlan.Nothing), await _rig.LongTurnAsync(jobs[0]));

        Assert.Equal([jobs[0], jobs[1]], _rig.Gate.Begun);
        Assert.Equal([Messages.WriteAnalyze(jobs[2])], _rig.Lanes.Texts);
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task An_ended_job_that_is_not_announced_after_a_minute_is_announced_by_its_orchestration(JobState state)
    {
        var job = await _rig.App.AddJobAsync();
        await _rig.App.ChangeAsync(job, job => job with { State = state, EndedAt = _rig.Time.GetUtcNow() });

        var early = await _rig.LongTurnAsync(job);
        Assert.Null(early.Plan);
        Assert.InRange(early.After, TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));
        var plan = await _rig.TurnsAsync(job);

        Assert.Equal(new AnalysisPlan(Reads: false, Digest: false, Packets: false, Notifies: true), plan);
        Assert.Equal(0, _rig.Lanes.Receives);
    }

    [Fact]
    public async Task The_completion_message_to_a_slow_target_is_queued_once()
    {
        await _rig.NotifyByHttpAsync();
        var jobs = await _rig.ScheduleAsync(10, 1);

        var own = await _rig.LongTurnAsync(jobs[0]);
        var next = await _rig.LongTurnAsync(jobs[1]);

        Assert.Equal(new TurnOutcome(AnalysisPlan.Nothing), own);
        Assert.Equal(new TurnOutcome(AnalysisPlan.Nothing), next);
        Assert.Equal(jobs.Select(Messages.WriteCallback), _rig.App.Queues.Callbacks.Texts);
    }

    [Fact]
    public async Task A_canceled_or_missing_job_needs_no_turn()
    {
        var job = await _rig.App.AddJobAsync();
        await _rig.App.ChangeAsync(job, job => job with { State = JobState.Canceled });

        Assert.Equal(AnalysisPlan.Nothing, (await _rig.TurnAsync(job)).Plan);
        Assert.Equal(AnalysisPlan.Nothing, (await _rig.TurnAsync(job with { Id = Guid.NewGuid().ToString("N") })).Plan);
        Assert.Equal(0, _rig.Lanes.Receives);
    }

    [Fact]
    public async Task Messages_of_jobs_that_ended_or_were_never_answered_are_removed()
    {
        var jobs = await _rig.ScheduleAsync(10, 9, 1);
        await _rig.App.ChangeAsync(jobs[0], job => job with { State = JobState.Canceled });
        await _rig.App.Jobs.RemoveAsync(jobs[1], default);

        Assert.Equal(AnalysisPlan.Nothing, await _rig.TurnsAsync(jobs[2]));

        Assert.Equal([jobs[2]], _rig.Gate.Begun);
        Assert.Empty(_rig.Lanes.Texts);
        Assert.Single(_rig.App.Callbacks.Delivered);
    }

    [Fact]
    public async Task A_job_with_a_digest_is_only_begun_and_the_rest_is_left_to_its_orchestration()
    {
        var job = await _rig.App.AddJobAsync(extras: Digest);
        await _rig.App.ScheduleAsync(job);

        var plan = (await _rig.TurnAsync(job)).Plan;

        Assert.Equal(new AnalysisPlan(Reads: true, Digest: true, Packets: false, Notifies: true), plan);
        Assert.Equal(JobState.Running, (await _rig.App.JobAsync(job)).State);
        Assert.Empty(_rig.Gate.Begun);
        Assert.Empty(_rig.Lanes.Texts);
    }

    [Fact]
    public async Task A_job_with_a_digest_that_another_turn_began_is_read_by_its_own_orchestration()
    {
        var job = await _rig.App.AddJobAsync(extras: Digest, priority: 10);
        await _rig.App.ScheduleAsync(job);
        var other = Assert.Single(await _rig.ScheduleAsync(1));

        Assert.Equal(new TurnOutcome(AnalysisPlan.Nothing), await _rig.LongTurnAsync(other));

        Assert.Equal([other], _rig.Gate.Begun);
        Assert.True((await _rig.TurnAsync(job)).Plan is { Reads: true, Digest: true, Notifies: true });
        Assert.Empty(_rig.Lanes.Texts);
    }

    [Fact]
    public async Task Concurrent_turns_end_every_job_and_announce_each_without_a_second_message_once()
    {
        var jobs = await _rig.ScheduleAsync([.. Enumerable.Range(0, 100).Select(i => i * 7 % 10 + 1)]);
        var repeated = jobs.Where((_, i) => i % 3 == 0).ToHashSet();
        foreach (var job in repeated)
        {
            await _rig.App.ScheduleAsync(job);
        }

        var turns = Task.WhenAll(jobs.Select(job => Task.Run(async () =>
        {
            while ((await _rig.TurnAsync(job)).Plan is null)
            {
                await Task.Yield();
            }
        })));
        await _rig.PassesAsync(turns.ContinueWith(ended => ended.IsCompletedSuccessfully, TaskScheduler.Default));
        await turns;

        Assert.All(_rig.App.Jobs.All, job => Assert.Equal(JobState.Succeeded, job.State));
        Assert.All(jobs, job => Assert.InRange(
            _rig.App.Callbacks.Delivered.Count(told => told.Text.Contains(job.Id, StringComparison.Ordinal)),
            1,
            repeated.Contains(job) ? 2 : 1));
    }
}

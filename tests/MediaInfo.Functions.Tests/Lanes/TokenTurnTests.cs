using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Lanes;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Lanes;

public sealed class TokenTurnTests : IAsyncLifetime
{
    // How long the host waits before it redelivers a token whose turn failed. HostJsonTests compares it with the hold of the
    // lanes.
    private static readonly TimeSpan Redelivery = TimeSpan.FromSeconds(90);

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Orchestrations _orchestrations = new();
    private TestApp _app = null!;

    private InMemoryWorkQueue Jobs => _app.Queues.Analyses;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync(_time);
        _orchestrations.OnStarted = EndAsync;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_highest_lane_comes_first_regardless_of_the_tokens_job()
    {
        var jobs = await ScheduleAsync(6, 2, 10, 6, 9);

        await TurnAsync(jobs[0]);

        Assert.Equal([jobs[2], jobs[4], jobs[0], jobs[3], jobs[1]], _orchestrations.Started);
        Assert.Empty(Jobs.Texts);
    }

    [Fact]
    public async Task A_job_keeps_its_tokens_place_until_it_ends_and_the_next_job_waits()
    {
        _orchestrations.OnStarted = _ => Task.CompletedTask;
        var jobs = await ScheduleAsync(7, 3);

        var turn = TurnAsync(jobs[0]);
        for (var looks = 0; looks < 10; looks++)
        {
            await Eventually.HoldsAsync("the turn watches the job", () => _time.WaitingTimers > 0);
            Assert.Equal([jobs[0]], _orchestrations.Started);
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        _orchestrations.OnStarted = EndAsync;
        await EndAsync(jobs[0]);
        await PassesAsync(turn);

        Assert.Equal(jobs, _orchestrations.Started);
    }

    [Fact]
    public async Task A_job_of_a_paused_pipeline_releases_its_place_at_once()
    {
        _orchestrations.OnStarted = _ => Task.CompletedTask;
        var jobs = await ScheduleAsync(7, 3);
        await _app.SetPipelineAsync(PipelineState.Paused);

        await TurnAsync(jobs[0]);

        Assert.Equal(jobs, _orchestrations.Started);
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task A_job_that_takes_too_long_releases_its_place_and_the_token_is_sent_on()
    {
        _orchestrations.OnStarted = _ => Task.CompletedTask;
        var jobs = await ScheduleAsync(7, 3);
        await RemoveTokensAsync();
        var begun = _time.GetUtcNow();

        await PassesAsync(TurnAsync(jobs[0]));

        Assert.Equal([jobs[0]], _orchestrations.Started);
        Assert.InRange(_time.GetUtcNow() - begun, JobPlace.MaxHold, JobPlace.MaxHold + TimeSpan.FromSeconds(5));
        Assert.Equal([Messages.WriteToken(jobs[0])], _app.Queues.Tokens.Texts);
        Assert.Equal([Messages.WriteAnalyze(jobs[1])], Jobs.Texts);
    }

    [Fact]
    public async Task A_turn_whose_time_is_up_takes_no_more_jobs_and_sends_its_token_on()
    {
        var jobs = await ScheduleAsync(7, 3);
        await RemoveTokensAsync();
        _orchestrations.OnStarted = async job =>
        {
            await EndAsync(job);
            _time.Advance(TokenTurn.Length);
        };

        await TurnAsync(jobs[1]);

        Assert.Equal([jobs[0]], _orchestrations.Started);
        Assert.Equal([Messages.WriteToken(jobs[1])], _app.Queues.Tokens.Texts);
    }

    [Fact]
    public async Task A_stopping_host_takes_no_more_jobs_leaves_running_ones_and_sends_the_token_on()
    {
        using var stop = new CancellationTokenSource();
        var jobs = await ScheduleAsync(7, 3);
        await RemoveTokensAsync();
        _orchestrations.OnStarted = _ => stop.CancelAsync();

        await TurnAsync(jobs[0], stop.Token);

        Assert.Equal([jobs[0]], _orchestrations.Started);
        Assert.Equal([Messages.WriteToken(jobs[0])], _app.Queues.Tokens.Texts);
        Assert.Equal(1, Assert.Single(await TakeAsync()).DeliveryCount);
    }

    [Fact]
    public async Task If_a_job_could_not_be_started_its_message_is_put_back_and_the_token_fails()
    {
        var job = Assert.Single(await ScheduleAsync(7));
        _orchestrations.Failure = () => throw new InvalidOperationException("Unavailable");

        await Assert.ThrowsAsync<IOException>(() => TurnAsync(job));

        Assert.Equal(2, Assert.Single(await TakeAsync()).DeliveryCount);
        Assert.Empty(_orchestrations.Started);
    }

    [Fact]
    public async Task A_message_that_could_not_be_put_back_is_visible_again_when_its_token_returns()
    {
        var jobs = await ScheduleAsync(7, 2);
        _orchestrations.Failure = () =>
        {
            Jobs.Outage.Begin(calls: 1);
            throw new InvalidOperationException("Unavailable");
        };
        var fault = await Assert.ThrowsAsync<IOException>(() => TurnAsync(jobs[1]));
        Assert.IsType<InvalidOperationException>(fault.InnerException);
        _orchestrations.Failure = null;

        // Meanwhile another token takes the visible message and is used up.
        await TurnAsync(jobs[1]);
        Assert.Equal([jobs[1]], _orchestrations.Started);
        _time.Advance(Redelivery);
        await TurnAsync(jobs[1]);

        Assert.Equal([jobs[1], jobs[0]], _orchestrations.Started);
    }

    [Fact]
    public async Task A_token_that_finds_all_lanes_empty_starts_its_own_job_if_it_still_waits()
    {
        var jobs = await ScheduleAsync(7, 7);
        await CrashAsync();
        await CrashAsync();

        await TurnAsync(jobs[1]);

        Assert.Equal([jobs[1]], _orchestrations.Started);
    }

    [Theory]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task A_token_that_finds_all_lanes_empty_does_nothing_if_its_job_has_begun(JobState state)
    {
        var job = await _app.AddJobAsync();
        await _app.ChangeAsync(job, job => job with { State = state });

        await TurnAsync(job);

        Assert.Empty(_orchestrations.Started);
        Assert.Empty(_app.Queues.Tokens.Texts);
    }

    [Fact]
    public async Task A_token_that_finds_all_lanes_empty_does_nothing_if_its_job_is_missing_or_held()
    {
        var held = await _app.AddJobAsync();
        await _app.SetPipelineAsync(PipelineState.Paused);

        await TurnAsync(held);
        await TurnAsync(new JobKey(TestApp.Account, Guid.NewGuid().ToString("N")));

        Assert.Empty(_orchestrations.Started);
    }

    [Fact]
    public async Task Messages_of_jobs_that_ended_or_were_never_answered_are_removed()
    {
        var jobs = await ScheduleAsync(10, 9, 1);
        await EndAsync(jobs[0]);
        await _app.Jobs.RemoveAsync(jobs[1], default);

        await TurnAsync(jobs[2]);

        Assert.Equal([jobs[2]], _orchestrations.Started);
        Assert.Empty(Jobs.Texts);

        // A job canceled while its pipeline held it has an orchestration that waits to be woken.
        Assert.Equal([jobs[0].Id, jobs[1].Id], _orchestrations.Raised);
    }

    [Fact]
    public async Task A_malformed_message_in_a_lane_is_poisoned()
    {
        var job = Assert.Single(await ScheduleAsync(5));
        await Jobs.SendAsync(new WorkItem(TestApp.Account, "odd") { Priority = 10 }, default);

        await TurnAsync(job);

        Assert.Equal(["odd"], Jobs.Poison);
        Assert.Equal([job], _orchestrations.Started);
    }

    [Fact]
    public async Task A_malformed_token_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => _app.Create<TokenTrigger>().RunAsync("odd", _orchestrations.Client, CancellationToken.None));

    [Fact]
    public async Task Concurrent_turns_and_repeated_messages_start_every_job_once()
    {
        var jobs = await ScheduleAsync([.. Enumerable.Range(0, 100).Select(i => i * 7 % 10 + 1)]);
        foreach (var job in jobs.Where((_, i) => i % 3 == 0))
        {
            await Jobs.SendAsync(new WorkItem(job.Account, Messages.WriteAnalyze(job)) { Priority = 4 }, default);
        }

        // A turn whose job another turn has just started waits for that job's end.
        await PassesAsync(Task.WhenAll(jobs.Take(16).Select(job => TurnAsync(job))), step: TimeSpan.FromMilliseconds(250));

        Assert.Equal(
            jobs.Select(job => job.Id).Order(StringComparer.Ordinal),
            _orchestrations.Started.Select(job => job.Id).Order(StringComparer.Ordinal));
        Assert.Empty(Jobs.Texts);
    }

    [Fact]
    public async Task If_each_turn_takes_one_job_no_job_starts_before_a_waiting_one_of_higher_priority()
    {
        var priorities = Enumerable.Range(0, 50).Select(i => i * 7 % 10 + 1).ToArray();
        var jobs = await ScheduleAsync(priorities);
        _orchestrations.OnStarted = async job =>
        {
            await EndAsync(job);
            _time.Advance(TokenTurn.Length);
        };

        foreach (var job in jobs)
        {
            await TurnAsync(job);
        }

        Assert.Equal(
            jobs.Zip(priorities).OrderByDescending(pair => pair.Second).Select(pair => pair.First), _orchestrations.Started);
    }

    [Fact]
    public async Task Tokens_start_every_job_even_if_every_third_turn_fails_or_crashes()
    {
        var jobs = await ScheduleAsync([.. Enumerable.Range(0, 30).Select(i => i % 10 + 1)]);
        var attempts = 0;
        _orchestrations.Failure = () =>
        {
            attempts++;
            if (attempts % 3 == 0)
            {
                // Every other time, putting the message back fails too, as after a crash.
                Jobs.Outage.Begin(attempts % 2);
                throw new InvalidOperationException("Unavailable");
            }
        };

        for (var rounds = 0; _app.Queues.Tokens.Texts.Count > 0; rounds++)
        {
            Assert.InRange(rounds, 0, 1000);
            foreach (var token in await _app.Queues.Tokens.ReceiveAsync(Room.For(1, TestApp.Account), Redelivery, default))
            {
                try
                {
                    await _app.Create<TokenTrigger>().RunAsync(token.Text, _orchestrations.Client, CancellationToken.None);
                    await _app.Queues.Tokens.CompleteAsync(token, default);
                }
                catch (IOException)
                {
                    // The host redelivers it.
                }
            }

            Jobs.Outage.End();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            jobs.Select(job => job.Id).Order(StringComparer.Ordinal),
            _orchestrations.Started.Select(job => job.Id).Order(StringComparer.Ordinal));
    }

    private Task TurnAsync(JobKey job, CancellationToken stopping = default) =>
        _app.Create<TokenTrigger>().RunAsync(Messages.WriteToken(job), _orchestrations.Client, stopping);

    // Advances the clock in steps shorter than the intervals of the watch, until the turn ends.
    private Task PassesAsync(Task turn) => PassesAsync(turn, TimeSpan.FromSeconds(1));

    private Task PassesAsync(Task turn, TimeSpan step) => Eventually.HoldsAsync("the turn ends", () =>
    {
        if (turn.IsCompleted)
        {
            return turn.IsCompletedSuccessfully;
        }

        if (_time.WaitingTimers > 0)
        {
            _time.Advance(step);
        }

        return false;
    });

    private async Task<IReadOnlyList<JobKey>> ScheduleAsync(params int[] priorities)
    {
        var jobs = new List<JobKey>();
        foreach (var priority in priorities)
        {
            var job = await _app.AddJobAsync(priority: priority);
            await _app.Services.GetRequiredService<IJobScheduler>().ScheduleAsync(await _app.JobAsync(job), default);
            jobs.Add(job);
        }

        return jobs;
    }

    private Task EndAsync(JobKey job) => _app.ChangeAsync(job, job => job with { State = JobState.Succeeded });

    // A holder that neither completes the message nor puts it back.
    private async Task CrashAsync() =>
        Assert.Single(await Jobs.ReceiveAsync(Room.For(1, TestApp.Account), TokenTurn.LaneHold, default));

    private Task<IReadOnlyList<WorkMessage>> TakeAsync() => Jobs.ReceiveAsync(Room.For(1, TestApp.Account), Redelivery, default);

    // The host has received them.
    private async Task RemoveTokensAsync()
    {
        foreach (var token in await _app.Queues.Tokens.ReceiveAsync(Room.For(32, TestApp.Account), Redelivery, default))
        {
            await _app.Queues.Tokens.CompleteAsync(token, default);
        }
    }
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Lanes;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MediaInfo.Functions.Tests.Lanes;

public sealed class TokenTurnTests : IAsyncLifetime
{
    // What the host waits before it delivers a token again whose turn failed; HostJsonTests holds it against the lanes' hold.
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
    public async Task The_highest_lane_comes_first_whatever_job_the_token_was_sent_for()
    {
        var jobs = await ScheduleAsync(6, 2, 10, 6, 9);

        await TurnAsync(jobs[0]);

        Assert.Equal([jobs[2], jobs[4], jobs[0], jobs[3], jobs[1]], _orchestrations.Started);
        Assert.Empty(Jobs.Texts);
    }

    [Fact]
    public async Task A_job_keeps_the_place_of_its_token_until_it_ended_and_the_next_one_waits()
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
    public async Task A_job_of_a_paused_pipeline_gives_its_place_back_at_once()
    {
        _orchestrations.OnStarted = _ => Task.CompletedTask;
        var jobs = await ScheduleAsync(7, 3);
        await _app.SetPipelineAsync(PipelineState.Paused, Substitute.For<IJobScheduler>());

        await TurnAsync(jobs[0]);

        Assert.Equal(jobs, _orchestrations.Started);
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task A_job_that_takes_too_long_gives_its_place_back_and_the_token_goes_on()
    {
        _orchestrations.OnStarted = _ => Task.CompletedTask;
        var jobs = await ScheduleAsync(7, 3);
        await RemoveTokensAsync();
        var begun = _time.GetUtcNow();

        await PassesAsync(TurnAsync(jobs[0]));

        Assert.Equal([jobs[0]], _orchestrations.Started);
        Assert.InRange(_time.GetUtcNow() - begun, JobPlace.Longest, JobPlace.Longest + TimeSpan.FromSeconds(5));
        Assert.Equal([Messages.WriteToken(jobs[0])], _app.Queues.Tokens.Texts);
        Assert.Equal([Messages.WriteAnalyze(jobs[1])], Jobs.Texts);
    }

    [Fact]
    public async Task A_turn_that_has_lasted_its_time_takes_no_more_and_sends_its_token_on()
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
    public async Task A_host_that_stops_takes_no_more_jobs_leaves_those_that_run_and_sends_the_token_on()
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
    public async Task A_message_whose_job_could_not_be_started_is_put_back_at_once_and_the_token_fails()
    {
        var job = Assert.Single(await ScheduleAsync(7));
        _orchestrations.Failure = () => throw new InvalidOperationException("Unavailable");

        await Assert.ThrowsAsync<IOException>(() => TurnAsync(job));

        Assert.Equal(2, Assert.Single(await TakeAsync()).DeliveryCount);
        Assert.Empty(_orchestrations.Started);
    }

    [Fact]
    public async Task A_message_that_could_not_be_put_back_is_there_again_when_its_token_is()
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

        // Meanwhile another token finds what it can see, and is used up by it.
        await TurnAsync(jobs[1]);
        Assert.Equal([jobs[1]], _orchestrations.Started);
        _time.Advance(Redelivery);
        await TurnAsync(jobs[1]);

        Assert.Equal([jobs[1], jobs[0]], _orchestrations.Started);
    }

    [Fact]
    public async Task A_token_that_finds_every_lane_empty_starts_its_own_job_if_that_still_waits()
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
    public async Task A_token_whose_job_has_begun_and_that_finds_every_lane_empty_does_nothing(JobState state)
    {
        var job = await _app.AddJobAsync();
        await _app.ChangeAsync(job, job => job with { State = state });

        await TurnAsync(job);

        Assert.Empty(_orchestrations.Started);
        Assert.Empty(_app.Queues.Tokens.Texts);
    }

    [Fact]
    public async Task A_token_whose_job_is_gone_or_held_and_that_finds_every_lane_empty_does_nothing()
    {
        var held = await _app.AddJobAsync();
        await _app.SetPipelineAsync(PipelineState.Paused, Substitute.For<IJobScheduler>());

        await TurnAsync(held);
        await TurnAsync(new JobKey(TestApp.Account, Guid.NewGuid().ToString("N")));

        Assert.Empty(_orchestrations.Started);
    }

    [Fact]
    public async Task Messages_of_jobs_that_ended_or_were_never_answered_are_removed_on_the_way()
    {
        var jobs = await ScheduleAsync(10, 9, 1);
        await EndAsync(jobs[0]);
        await _app.Jobs.RemoveAsync(jobs[1], default);

        await TurnAsync(jobs[2]);

        Assert.Equal([jobs[2]], _orchestrations.Started);
        Assert.Empty(Jobs.Texts);

        // One that was canceled while its pipeline held it has an orchestration that waits for that.
        Assert.Equal([jobs[0].Id, jobs[1].Id], _orchestrations.Raised);
    }

    [Fact]
    public async Task A_message_of_no_known_form_is_poisoned_on_the_way()
    {
        var job = Assert.Single(await ScheduleAsync(5));
        await Jobs.SendAsync(new WorkItem(TestApp.Account, "odd") { Priority = 10 }, default);

        await TurnAsync(job);

        Assert.Equal(["odd"], Jobs.Poison);
        Assert.Equal([job], _orchestrations.Started);
    }

    [Fact]
    public async Task A_text_that_is_no_token_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => _app.Create<TokenTrigger>().RunAsync("odd", _orchestrations.Client, CancellationToken.None));

    [Fact]
    public async Task Many_turns_at_once_and_repeated_messages_start_every_job_once()
    {
        var jobs = await ScheduleAsync([.. Enumerable.Range(0, 100).Select(i => i * 7 % 10 + 1)]);
        foreach (var job in jobs.Where((_, i) => i % 3 == 0))
        {
            await Jobs.SendAsync(new WorkItem(job.Account, Messages.WriteAnalyze(job)) { Priority = 4 }, default);
        }

        // A turn that meets a job which another one has just started waits for its end.
        await PassesAsync(Task.WhenAll(jobs.Take(16).Select(job => TurnAsync(job))), step: TimeSpan.FromMilliseconds(250));

        Assert.Equal(jobs.Select(job => job.Id).Order(StringComparer.Ordinal), _orchestrations.Started.Select(job => job.Id).Order(StringComparer.Ordinal));
        Assert.Empty(Jobs.Texts);
    }

    [Fact]
    public async Task Of_turns_that_take_one_job_each_no_job_starts_before_a_higher_one_that_waits()
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

        Assert.Equal(jobs.Zip(priorities).OrderByDescending(pair => pair.Second).Select(pair => pair.First), _orchestrations.Started);
    }

    [Fact]
    public async Task Tokens_bring_every_job_to_its_start_though_every_third_turn_fails_or_crashes()
    {
        var jobs = await ScheduleAsync([.. Enumerable.Range(0, 30).Select(i => i % 10 + 1)]);
        var attempts = 0;
        _orchestrations.Failure = () =>
        {
            attempts++;
            if (attempts % 3 == 0)
            {
                // Every other time the message cannot be put back either, as after a crash.
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
                    // The host delivers it again.
                }
            }

            Jobs.Outage.End();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(jobs.Select(job => job.Id).Order(StringComparer.Ordinal), _orchestrations.Started.Select(job => job.Id).Order(StringComparer.Ordinal));
    }

    private Task TurnAsync(JobKey job, CancellationToken stopping = default) =>
        _app.Create<TokenTrigger>().RunAsync(Messages.WriteToken(job), _orchestrations.Client, stopping);

    // Moves the clock by steps shorter than the pauses of the watch until the turn ends.
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

    // The host has them in hand.
    private async Task RemoveTokensAsync()
    {
        foreach (var token in await _app.Queues.Tokens.ReceiveAsync(Room.For(32, TestApp.Account), Redelivery, default))
        {
            await _app.Queues.Tokens.CompleteAsync(token, default);
        }
    }
}

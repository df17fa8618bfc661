using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs;

/// <remarks>The clock stands still unless a test moves it, so a wait that ends did not end by its budget.</remarks>
public sealed class JobWaiterTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryJobStore _jobs = new();
    private readonly JobEndings _endings = new();

    [Fact]
    public async Task A_job_that_ended_before_the_wait_is_returned_at_once()
    {
        var ended = await AddAsync(JobState.Succeeded);

        Assert.Equal(ended, await Waiter().WaitAsync(TestJobs.Waiting(), Budget, CancellationToken.None));
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task An_end_announced_in_this_process_ends_the_wait_while_the_clock_stands_still()
    {
        var wait = await BeginAsync();

        var ended = await EndAsync();
        _endings.Announce(ended.Key);

        Assert.Equal(ended, await wait.SoonAsync());
    }

    [Fact]
    public async Task An_end_in_another_process_is_seen_at_the_next_look()
    {
        var wait = await BeginAsync();

        var ended = await EndAsync();
        _time.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Equal(ended, await wait.SoonAsync());
    }

    [Fact]
    public async Task The_looks_grow_apart_but_never_by_more_than_two_seconds_or_what_is_left()
    {
        var pauses = new PauseRecorder(_time);
        var waiter = new JobWaiter(_jobs, _endings, pauses);
        var wait = waiter.WaitAsync(await AddAsync(JobState.Waiting), TimeSpan.FromSeconds(8), CancellationToken.None);
        double[] expected = [250, 500, 1000, 2000, 2000, 2000, 250];
        for (var looks = 1; looks <= expected.Length; looks++)
        {
            await Eventually.HoldsAsync($"the wait pauses the {looks}. time", () => pauses.Seen.Count == looks);
            _time.Advance(pauses.Seen[^1]);
        }

        await wait.SoonAsync();
        Assert.Equal(expected, pauses.Seen.Select(pause => pause.TotalMilliseconds));
    }

    [Fact]
    public async Task When_the_budget_is_used_up_the_job_is_returned_as_it_stands()
    {
        var wait = Waiter().WaitAsync(await AddAsync(JobState.Waiting), TimeSpan.FromMilliseconds(50), CancellationToken.None);
        await FirstPauseAsync();
        await ReplaceAsync(TestJobs.In(JobState.Running));

        _time.Advance(TimeSpan.FromMilliseconds(49));
        Assert.False(wait.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(JobState.Running, (await wait.SoonAsync()).State);
    }

    [Fact]
    public async Task A_budget_of_zero_looks_once()
    {
        var job = await AddAsync(JobState.Running);

        Assert.Equal(job, await Waiter().WaitAsync(TestJobs.Waiting(), TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task A_job_that_is_gone_is_returned_as_it_was_accepted()
    {
        var accepted = TestJobs.Waiting();

        Assert.Same(accepted, await Waiter().WaitAsync(accepted, Budget, CancellationToken.None));
    }

    [Fact]
    public async Task Storage_that_is_away_for_a_while_does_not_end_the_wait()
    {
        var wait = await BeginAsync();
        _jobs.Outage.Begin(calls: 1);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        await FirstPauseAsync();

        var ended = await EndAsync();
        _time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Equal(ended, await wait.SoonAsync());
    }

    [Fact]
    public async Task An_accepted_job_is_answered_although_storage_is_away_all_the_time()
    {
        var accepted = await AddAsync(JobState.Waiting);
        _jobs.Outage.Begin();

        Assert.Equal(accepted, await Waiter().WaitAsync(accepted, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_ends_his_wait()
    {
        using var hangUp = new CancellationTokenSource();
        var wait = Waiter().WaitAsync(await AddAsync(JobState.Waiting), Budget, hangUp.Token);
        await FirstPauseAsync();

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.SoonAsync());
        Assert.Equal(0, _time.WaitingTimers);
    }

    private JobWaiter Waiter() => new(_jobs, _endings, _time);

    private async Task<Task<AnalysisJob>> BeginAsync()
    {
        var wait = Waiter().WaitAsync(await AddAsync(JobState.Waiting), Budget, CancellationToken.None);
        await FirstPauseAsync();
        return wait;
    }

    private Task FirstPauseAsync() => Eventually.HoldsAsync("the wait pauses", () => _time.WaitingTimers == 1);

    private Task<AnalysisJob> EndAsync() => ReplaceAsync(TestJobs.In(JobState.Succeeded));

    private async Task<AnalysisJob> AddAsync(JobState state) =>
        (await _jobs.AddAsync(TestJobs.In(state), CancellationToken.None))!.Job;

    private async Task<AnalysisJob> ReplaceAsync(AnalysisJob job)
    {
        var read = await _jobs.FindAsync(job.Key, CancellationToken.None);
        return (await _jobs.ReplaceAsync(read!, job, CancellationToken.None))!.Job;
    }
}

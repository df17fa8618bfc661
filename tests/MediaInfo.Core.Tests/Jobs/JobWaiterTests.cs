using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs;

/// <remarks>The clock stands still unless a test moves it, so a wait that ends did not run out of budget.</remarks>
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
    public async Task An_end_announced_in_this_process_ends_the_wait_at_once()
    {
        var wait = await BeginAsync();

        var ended = await EndAsync();
        _endings.Announce(ended.Key);

        Assert.Equal(ended, await wait.SoonAsync());
    }

    [Fact]
    public async Task An_end_in_another_process_is_seen_at_the_next_poll()
    {
        var wait = await BeginAsync();

        var ended = await EndAsync();
        _time.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Equal(ended, await wait.SoonAsync());
    }

    [Fact]
    public async Task The_poll_interval_grows_up_to_two_seconds_or_the_remaining_budget()
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
    public async Task When_the_budget_is_used_up_the_job_is_returned_as_it_is()
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
    public async Task A_budget_of_zero_polls_once()
    {
        var job = await AddAsync(JobState.Running);

        Assert.Equal(job, await Waiter().WaitAsync(TestJobs.Waiting(), TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task A_deleted_job_is_returned_as_it_was_accepted()
    {
        var accepted = TestJobs.Waiting();

        Assert.Same(accepted, await Waiter().WaitAsync(accepted, Budget, CancellationToken.None));
    }

    [Fact]
    public async Task A_temporary_storage_outage_does_not_end_the_wait()
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
    public async Task An_accepted_job_is_answered_despite_a_storage_outage()
    {
        var accepted = await AddAsync(JobState.Waiting);
        _jobs.Outage.Begin();

        Assert.Equal(accepted, await Waiter().WaitAsync(accepted, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_caller_that_hangs_up_ends_its_wait()
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

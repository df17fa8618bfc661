using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobCancellationTests
{
    private static readonly JobFilter Meant = new(TestJobs.Account, "mps");
    private readonly ManualTimeProvider _time = new(TestJobs.CreatedAt.AddHours(1));
    private readonly InMemoryJobStore _jobs = new();

    private JobCancellation Cancellation => new(_jobs, _time, NullLogger<JobCancellation>.Instance);

    [Fact]
    public async Task A_waiting_job_is_canceled()
    {
        var job = (await _jobs.AddAsync(TestJobs.Waiting(), default))!.Job;

        Assert.True(await TryAsync(job.Key));

        var canceled = Assert.Single(_jobs.All);
        Assert.Equal(
            job with { State = JobState.Canceled, EndedAt = _time.GetUtcNow(), Story = canceled.Story }, canceled);
    }

    [Theory]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Canceled)]
    public async Task A_job_that_is_no_longer_waiting_is_unchanged(JobState state)
    {
        var job = (await _jobs.AddAsync(TestJobs.In(state), default))!.Job;

        Assert.False(await TryAsync(job.Key));
        Assert.Equal(job, Assert.Single(_jobs.All));
    }

    [Fact]
    public async Task A_job_that_is_unknown_or_outside_the_filter_is_not_canceled()
    {
        var job = (await _jobs.AddAsync(TestJobs.Waiting() with { Project = "a" }, default))!.Job;

        Assert.False(await TryAsync(TestJobs.Key(2)));
        Assert.False(await Cancellation.TryCancelAsync(Meant with { Project = "b" }, job.Key.Id, default));
        Assert.False(await Cancellation.TryCancelAsync(Meant with { Dialect = "ims" }, job.Key.Id, default));
        Assert.Equal(job, Assert.Single(_jobs.All));
    }

    [Fact]
    public async Task Exactly_one_of_a_worker_and_two_callers_wins()
    {
        var rig = new AnalysisRig();
        var steps = rig.Steps();
        var cancellation = new JobCancellation(rig.Jobs, _time, NullLogger<JobCancellation>.Instance);
        var canceled = 0;
        for (var i = 1; i <= 300; i++)
        {
            var job = await rig.AddAsync(TestJobs.Waiting(TestJobs.Key(i)));

            var start = Task.Run(() => steps.StartAsync(job.Key, default));
            var cancels = await Task.WhenAll(
                Task.Run(() => cancellation.TryCancelAsync(Meant, job.Key.Id, default)),
                Task.Run(() => cancellation.TryCancelAsync(Meant, job.Key.Id, default)));
            var plan = await start;

            var wins = cancels.Count(won => won) + (plan.Reads ? 1 : 0);
            Assert.Equal(1, wins);
            var state = (await rig.Jobs.FindAsync(job.Key, default))!.Job.State;
            Assert.Equal(plan.Reads ? JobState.Running : JobState.Canceled, state);
            canceled += plan.Reads ? 0 : 1;
        }

        // A later delivery finds nothing to do.
        Assert.Equal(canceled, rig.Jobs.All.Count(job => job.State == JobState.Canceled));
        foreach (var job in rig.Jobs.All.Where(job => job.State == JobState.Canceled))
        {
            Assert.False((await steps.StartAsync(job.Key, default)).Reads);
        }
    }

    private Task<bool> TryAsync(JobKey key) => Cancellation.TryCancelAsync(Meant, key.Id, default);
}

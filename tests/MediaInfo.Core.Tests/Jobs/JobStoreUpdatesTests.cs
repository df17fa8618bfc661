using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobStoreUpdatesTests
{
    private readonly InMemoryJobStore _jobs = new();

    [Fact]
    public async Task A_change_is_retried_on_what_another_writer_left()
    {
        var key = await AddAsync();
        var attempts = 0;

        var updated = await _jobs.UpdateAsync(
            key,
            job =>
            {
                if (attempts++ == 0)
                {
                    Meddle(key, job with { UserData = "theirs" });
                }

                return job with { PipelineId = "mine" };
            },
            CancellationToken.None);

        Assert.Equal(2, attempts);
        Assert.Equal(("theirs", "mine"), (updated!.UserData, updated.PipelineId));
        Assert.Equal(updated, Assert.Single(_jobs.All));
    }

    [Fact]
    public async Task Too_many_conflicting_writes_cause_an_IOException()
    {
        var key = await AddAsync();
        var attempts = 0;

        var update = _jobs.UpdateAsync(
            key,
            job =>
            {
                Meddle(key, job with { UserData = $"theirs {attempts++}" });
                return job with { PipelineId = "mine" };
            },
            CancellationToken.None);

        await Assert.ThrowsAsync<IOException>(() => update);
        Assert.Equal(20, attempts);
        Assert.NotEqual("mine", Assert.Single(_jobs.All).PipelineId);
    }

    [Fact]
    public async Task A_change_that_returns_null_writes_nothing()
    {
        var key = await AddAsync();
        var writes = _jobs.Writes;

        var left = await _jobs.UpdateAsync(key, _ => null, CancellationToken.None);

        Assert.Equal(TestJobs.Waiting(key), left);
        Assert.Equal(writes, _jobs.Writes);
    }

    [Fact]
    public async Task A_missing_job_is_not_changed()
    {
        Assert.Null(await _jobs.UpdateAsync(TestJobs.Key(), job => job, CancellationToken.None));
        Assert.Empty(_jobs.All);
    }

    private async Task<JobKey> AddAsync()
    {
        var job = TestJobs.Waiting();
        await _jobs.AddAsync(job, CancellationToken.None);
        return job.Key;
    }

    // The change function is synchronous, so the other write must complete before it returns.
    private void Meddle(JobKey key, AnalysisJob theirs) => Task.Run(async () =>
    {
        var read = await _jobs.FindAsync(key, CancellationToken.None);
        await _jobs.ReplaceAsync(read!, theirs, CancellationToken.None);
    }).GetAwaiter().GetResult();
}

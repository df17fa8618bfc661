using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class RememberingJobStoreTests
{
    private static readonly JobKey Key = TestJobs.Key();

    private readonly MemoryJobs _stored = new();
    private readonly ManualTimeProvider _time = new(TestJobs.CreatedAt.AddHours(1));
    private readonly RememberingJobStore _jobs;

    public RememberingJobStoreTests() => _jobs = new RememberingJobStore(_stored, new JobOptions(), _time);

    [Fact]
    public async Task A_job_written_here_is_recalled_without_reading_storage()
    {
        await _jobs.AddAsync(TestJobs.Waiting(), CancellationToken.None);

        Assert.Equal(TestJobs.Waiting(), (await _jobs.RecallAsync(Key, CancellationToken.None))?.Job);
        Assert.Equal(0, _stored.DocumentsRead);
    }

    [Fact]
    public async Task A_job_not_seen_before_is_recalled_from_storage()
    {
        _stored.Put(TestJobs.Waiting());

        Assert.Equal(TestJobs.Waiting(), (await _jobs.RecallAsync(Key, CancellationToken.None))?.Job);
        Assert.Equal(1, _stored.DocumentsRead);
    }

    [Fact]
    public async Task A_late_answer_from_storage_does_not_replace_a_newer_write()
    {
        var slow = Substitute.For<IJobStore>();
        var answer = new TaskCompletionSource<StoredJob?>();
        slow.FindAsync(Key, Arg.Any<CancellationToken>()).Returns(answer.Task);
        slow.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(
            call => new StoredJob(call.ArgAt<AnalysisJob>(1), "\"2\""));
        var jobs = new RememberingJobStore(slow, new JobOptions(), _time);
        var running = new StoredJob(TestJobs.In(JobState.Running), "\"1\"");

        var read = jobs.FindAsync(Key, CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await jobs.ReplaceAsync(running, TestJobs.In(JobState.Succeeded), CancellationToken.None);
        answer.SetResult(running);
        await read;

        Assert.Equal(JobState.Succeeded, (await jobs.RecallAsync(Key, CancellationToken.None))?.Job.State);
    }

    [Theory]
    [InlineData(JobState.Waiting)]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Succeeded)]
    public async Task A_job_that_may_still_change_is_always_read_from_storage(JobState state)
    {
        await _jobs.AddAsync(TestJobs.In(state) with { EndedAt = _time.GetUtcNow() }, CancellationToken.None);
        _stored.Put(TestJobs.In(state) with { UserData = "changed elsewhere" });

        Assert.Equal("changed elsewhere", (await _jobs.FindAsync(Key, CancellationToken.None))?.Job.UserData);
    }

    [Fact]
    public async Task A_settled_job_is_served_from_the_cache_for_a_while()
    {
        _stored.Put(Settled());
        await _jobs.FindAsync(Key, CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.NotNull(await _jobs.FindAsync(Key, CancellationToken.None));

        Assert.Equal(1, _stored.DocumentsRead);
    }

    [Fact]
    public async Task A_deleted_settled_job_is_gone_once_the_cache_entry_expires()
    {
        _stored.Put(Settled());
        await _jobs.FindAsync(Key, CancellationToken.None);
        _stored.Drop(Key);

        _time.Advance(TimeSpan.FromSeconds(5.1));

        Assert.Null(await _jobs.FindAsync(Key, CancellationToken.None));
        Assert.Null(await _jobs.RecallAsync(Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_job_without_a_callback_result_is_settled_a_minute_after_its_end()
    {
        _stored.Put(TestJobs.In(JobState.Succeeded) with { EndedAt = _time.GetUtcNow().AddSeconds(-61) });
        await _jobs.FindAsync(Key, CancellationToken.None);

        await _jobs.FindAsync(Key, CancellationToken.None);

        Assert.Equal(1, _stored.DocumentsRead);
    }

    [Fact]
    public async Task A_change_based_on_an_outdated_version_is_applied_to_the_newest()
    {
        var inner = new TestSupport.Memory.InMemoryJobStore();
        var here = new RememberingJobStore(inner, new JobOptions(), _time);
        await here.AddAsync(TestJobs.Waiting(), CancellationToken.None);
        await inner.UpdateAsync(Key, job => job with { UserData = "theirs" }, CancellationToken.None);

        var updated = await here.UpdateAsync(Key, job => job with { Name = "mine" }, CancellationToken.None);

        Assert.Equal(("theirs", "mine"), (updated?.UserData, updated?.Name));
    }

    [Fact]
    public async Task A_decision_to_change_nothing_is_rechecked_on_the_newest_version()
    {
        var inner = new TestSupport.Memory.InMemoryJobStore();
        var here = new RememberingJobStore(inner, new JobOptions(), _time);
        await here.AddAsync(TestJobs.Waiting(), CancellationToken.None);
        await inner.UpdateAsync(Key, job => job with { UserData = "theirs" }, CancellationToken.None);

        var updated = await here.UpdateAsync(
            Key, job => job.UserData is "theirs" ? job with { Name = "mine" } : null, CancellationToken.None);

        Assert.Equal("mine", updated?.Name);
    }

    [Fact]
    public async Task A_job_removed_here_is_not_recalled()
    {
        await _jobs.AddAsync(TestJobs.Waiting(), CancellationToken.None);

        await _jobs.RemoveAsync(Key, CancellationToken.None);

        Assert.Null(await _jobs.RecallAsync(Key, CancellationToken.None));
    }

    private static AnalysisJob Settled() =>
        TestJobs.In(JobState.Succeeded) with { Callback = CallbackResult.Delivered("message") };
}

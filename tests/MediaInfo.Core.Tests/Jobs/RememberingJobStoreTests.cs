using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport;
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
    public async Task What_was_written_here_is_recalled_without_a_look_at_storage()
    {
        await _jobs.AddAsync(TestJobs.Waiting(), CancellationToken.None);

        Assert.Equal(TestJobs.Waiting(), (await _jobs.RecallAsync(Key, CancellationToken.None))?.Job);
        Assert.Equal(0, _stored.DocumentsRead);
    }

    [Fact]
    public async Task What_was_never_seen_is_read_to_be_recalled()
    {
        _stored.Put(TestJobs.Waiting());

        Assert.Equal(TestJobs.Waiting(), (await _jobs.RecallAsync(Key, CancellationToken.None))?.Job);
        Assert.Equal(1, _stored.DocumentsRead);
    }

    [Fact]
    public async Task An_answer_of_storage_that_comes_late_does_not_replace_what_was_written_meanwhile()
    {
        var slow = Substitute.For<IJobStore>();
        var answer = new TaskCompletionSource<StoredJob?>();
        slow.FindAsync(Key, Arg.Any<CancellationToken>()).Returns(answer.Task);
        slow.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(call => new StoredJob(call.ArgAt<AnalysisJob>(1), "\"2\""));
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
    public async Task A_job_that_may_still_change_is_always_shown_as_it_is_now(JobState state)
    {
        await _jobs.AddAsync(TestJobs.In(state) with { EndedAt = _time.GetUtcNow() }, CancellationToken.None);
        _stored.Put(TestJobs.In(state) with { UserData = "changed elsewhere" });

        Assert.Equal("changed elsewhere", (await _jobs.FindAsync(Key, CancellationToken.None))?.Job.UserData);
    }

    [Fact]
    public async Task A_settled_job_is_shown_for_a_while_without_a_look_at_storage()
    {
        _stored.Put(Settled());
        await _jobs.FindAsync(Key, CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.NotNull(await _jobs.FindAsync(Key, CancellationToken.None));

        Assert.Equal(1, _stored.DocumentsRead);
    }

    [Fact]
    public async Task A_settled_job_that_was_deleted_is_gone_after_that_while()
    {
        _stored.Put(Settled());
        await _jobs.FindAsync(Key, CancellationToken.None);
        _stored.Drop(Key);

        _time.Advance(TimeSpan.FromSeconds(5.1));

        Assert.Null(await _jobs.FindAsync(Key, CancellationToken.None));
        Assert.Null(await _jobs.RecallAsync(Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_job_whose_callback_never_comes_is_settled_a_minute_after_its_end()
    {
        _stored.Put(TestJobs.In(JobState.Succeeded) with { EndedAt = _time.GetUtcNow().AddSeconds(-61) });
        await _jobs.FindAsync(Key, CancellationToken.None);

        await _jobs.FindAsync(Key, CancellationToken.None);

        Assert.Equal(1, _stored.DocumentsRead);
    }

    [Fact]
    public async Task A_change_that_began_with_an_outdated_version_is_made_to_the_newest()
    {
        var inner = new TestSupport.Memory.InMemoryJobStore();
        var here = new RememberingJobStore(inner, new JobOptions(), _time);
        await here.AddAsync(TestJobs.Waiting(), CancellationToken.None);
        await inner.UpdateAsync(Key, job => job with { UserData = "theirs" }, CancellationToken.None);

        var updated = await here.UpdateAsync(Key, job => job with { Name = "mine" }, CancellationToken.None);

        Assert.Equal(("theirs", "mine"), (updated?.UserData, updated?.Name));
    }

    [Fact]
    public async Task That_nothing_is_to_be_changed_is_not_believed_of_an_outdated_version()
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
    public async Task What_was_removed_here_is_not_recalled()
    {
        await _jobs.AddAsync(TestJobs.Waiting(), CancellationToken.None);

        await _jobs.RemoveAsync(Key, CancellationToken.None);

        Assert.Null(await _jobs.RecallAsync(Key, CancellationToken.None));
    }

    private static AnalysisJob Settled() => TestJobs.In(JobState.Succeeded) with { Callback = CallbackResult.Delivered("message") };
}

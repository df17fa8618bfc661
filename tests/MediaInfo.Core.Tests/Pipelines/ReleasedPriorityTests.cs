using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Pipelines;

public sealed class ReleasedPriorityTests
{
    private const string Account = "1000000000000001";
    private const string Pipeline = "0123456789abcdef0123456789abcdef";

    private readonly InMemoryJobStore _jobs = new();
    private readonly InMemoryHeldJobs _held = new();
    private readonly IJobScheduler _scheduler = Substitute.For<IJobScheduler>();
    private readonly PipelineGate _gate;

    public ReleasedPriorityTests()
    {
        var accounts = new AccountDirectory(new AccountOptions { List = [new Account { Id = Account }] });
        _gate = new PipelineGate(
            new PipelineDirectory(new InMemoryPipelineStore(), accounts, new PipelineOptions(), new ManualTimeProvider()),
            _held,
            _jobs,
            _scheduler,
            new ManualTimeProvider());
    }

    [Fact]
    public async Task Released_jobs_are_scheduled_with_their_own_priority()
    {
        var jobs = new[] { Job(1), Job(6), Job(10) };
        foreach (var job in jobs)
        {
            await _jobs.AddAsync(job, default);
            await _held.AddAsync(new HeldJob(job.Key, Pipeline), default);
        }

        await _gate.ReleaseAsync(Account, Pipeline, default);

        var scheduled = _scheduler.ReceivedCalls().Select(call => (AnalysisJob)call.GetArguments()[0]!);
        Assert.Equal(
            jobs.Select(job => (job.Key, job.Priority)),
            scheduled.Select(job => (job.Key, job.Priority)).OrderBy(job => job.Priority));
        Assert.Empty(_held.All);
    }

    [Fact]
    public async Task The_note_of_a_deleted_job_is_removed_and_schedules_nothing()
    {
        await _held.AddAsync(new HeldJob(Job(6).Key, Pipeline), default);

        await _gate.ReleaseAsync(Account, Pipeline, default);

        Assert.Empty(_scheduler.ReceivedCalls());
        Assert.Empty(_held.All);
    }

    private static AnalysisJob Job(int priority) => new()
    {
        Key = new JobKey(Account, Guid.NewGuid().ToString("N")),
        Dialect = "mps",
        RequestId = "request",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Source = new ObjectRef("bucket", "key"),
        SubmittedInput = "{}",
        PipelineId = Pipeline,
        Priority = priority,
    };
}

using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Telemetry;

public sealed class MetricsTests
{
    [Fact]
    public async Task The_end_of_a_job_is_counted_once_with_its_reason_but_without_its_id()
    {
        using var reader = new MeterReader(Metrics.Jobs);
        var jobs = new InMemoryJobStore();
        var job = TestJobs.In(JobState.Running) with { Dialect = "counted-once" };
        await jobs.AddAsync(job, CancellationToken.None);

        for (var i = 0; i < 2; i++)
        {
            await jobs.UpdateAsync(job.Key, Fail, CancellationToken.None);
            await jobs.UpdateAsync(
                job.Key, ended => ended with { Callback = CallbackResult.Delivered($"{i}") }, CancellationToken.None);
        }

        var (value, tags) = Assert.Single(reader.With("dialect", "counted-once"));
        Assert.Equal(1, value);
        Assert.Equal(["dialect", "reason", "state"], tags.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("failed", "notmedia"), (tags["state"], tags["reason"]));
    }

    [Fact]
    public async Task An_attempt_that_throws_is_counted_as_failed()
    {
        using var reader = new MeterReader(Metrics.CallbackAttempts);

        await Assert.ThrowsAsync<IOException>(() => CallbackAttempt.CountAsync("throwing", () => throw new IOException()));
        await CallbackAttempt.CountAsync("throwing", () => Task.FromResult(CallbackResult.GivenUp("a", "b")));
        await CallbackAttempt.CountAsync("throwing", () => Task.FromResult(CallbackResult.Delivered("a")));

        Assert.Equal(["failed", "refused", "delivered"], reader.With("target", "throwing").Select(one => one.Tags["outcome"]));
    }

    [Fact]
    public async Task The_reported_age_of_a_queue_is_that_of_the_last_poll()
    {
        var time = new ManualTimeProvider();
        var queues = new FixedQueueAges("aged", time.GetUtcNow() - TimeSpan.FromSeconds(90));
        using var gauge = new QueueAgeGauge(queues, new TelemetryOptions(), time);
        await gauge.LookAsync(CancellationToken.None);
        Assert.Equal(0, queues.Looks);

        using var reader = new MeterReader(Metrics.QueueOldestAge);
        Assert.Empty(reader.With("queue", "aged"));
        await gauge.LookAsync(CancellationToken.None);
        Assert.Equal(90, Assert.Single(reader.With("queue", "aged")).Value);

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(reader.With("queue", "aged"));
    }

    private static AnalysisJob? Fail(AnalysisJob job) =>
        JobTransitions.Move(job, JobState.Failed, TestJobs.CreatedAt) is { } moved
            ? moved with { Failure = new JobFailure(FailureReason.NotMedia, "no media") }
            : null;

    private sealed class FixedQueueAges(string queue, DateTimeOffset sentAt) : IQueueAges
    {
        public int Looks { get; private set; }

        public Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadAsync(CancellationToken cancellationToken)
        {
            Looks++;
            return Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset?>>(
                new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal) { [queue] = sentAt });
        }
    }
}

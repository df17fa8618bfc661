using System.Collections.Concurrent;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Records the scheduled jobs and does with each what a test wants.</summary>
public sealed class RecordingScheduler : IJobScheduler
{
    private readonly ConcurrentQueue<JobKey> _scheduled = new();

    public IReadOnlyCollection<JobKey> Scheduled => _scheduled;

    /// <summary>Runs for every job in place of a worker.</summary>
    public Func<JobKey, Task> Work { get; set; } = _ => Task.CompletedTask;

    public async Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        _scheduled.Enqueue(job.Key);
        await Work(job.Key);
    }
}

using System.Collections.Concurrent;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Keeps the jobs that were scheduled, and does with each what a test wants.</summary>
public sealed class RecordingScheduler : IJobScheduler
{
    private readonly ConcurrentQueue<JobKey> _scheduled = new();

    public IReadOnlyCollection<JobKey> Scheduled => _scheduled;

    /// <summary>Done with every job in the place of a worker.</summary>
    public Func<JobKey, Task> Work { get; set; } = _ => Task.CompletedTask;

    public async Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        _scheduled.Enqueue(job.Key);
        await Work(job.Key);
    }
}

using System.Collections.Concurrent;
using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Library;

/// <summary>Job documents and results in memory.</summary>
public sealed class FakeJobs(Interruptions interruptions) : IJobStore, IResultStore, IJobScheduler
{
    private readonly ConcurrentDictionary<(JobKey, ResultPart), ReadOnlyMemory<byte>> _results = new();

    public ConcurrentDictionary<JobKey, AnalysisJob> All { get; } = new();

    public Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        Task.FromResult(interruptions.Write(() => All.TryAdd(job.Key, job) ? new StoredJob(job, "1") : null));

    public Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken) =>
        Task.FromResult(All.TryGetValue(key, out var job) ? new StoredJob(job, "1") : null);

    public Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken)
    {
        All[next.Key] = next;
        return Task.FromResult<StoredJob?>(new StoredJob(next, "1"));
    }

    Task IJobStore.RemoveAsync(JobKey key, CancellationToken cancellationToken)
    {
        All.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    Task IResultStore.RemoveAsync(JobKey job, CancellationToken cancellationToken)
    {
        foreach (var part in Enum.GetValues<ResultPart>())
        {
            _results.TryRemove((job, part), out _);
        }

        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken) =>
        Task.FromResult(All.TryRemove(read.Job.Key, out _));

    public Task<bool> AddAsync(JobKey job, ResultPart part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Task.FromResult(_results.TryAdd((job, part), content));

    public Task<ReadOnlyMemory<byte>?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken) =>
        Task.FromResult(_results.TryGetValue((job, part), out var content) ? content : (ReadOnlyMemory<byte>?)null);

    /// <summary>Runs a job while it is being scheduled, as a fast worker does; null if jobs wait.</summary>
    public Func<AnalysisJob, Task>? Worker { get; set; }

    public async Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        interruptions.Write(() => true);
        await (Worker?.Invoke(job) ?? Task.CompletedTask);
    }
}

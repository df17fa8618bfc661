using System.Collections.Concurrent;

namespace MediaInfo.Core.Jobs;

/// <summary>Tells callers who wait that a job ended in this process. Ends elsewhere are seen by looking at the store.</summary>
public sealed class JobEndings
{
    private readonly ConcurrentDictionary<JobKey, TaskCompletionSource> _waiting = new();

    /// <summary>Wakes those who wait for the job.</summary>
    public void Announce(JobKey job)
    {
        if (_waiting.TryRemove(job, out var source))
        {
            source.TrySetResult();
        }
    }

    /// <summary>A task that completes when the job ends here. Ask before looking at the store, so that no end is missed.</summary>
    public Task Of(JobKey job) =>
        _waiting.GetOrAdd(job, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Stops waiting for the job.</summary>
    public void Forget(JobKey job) => _waiting.TryRemove(job, out _);
}

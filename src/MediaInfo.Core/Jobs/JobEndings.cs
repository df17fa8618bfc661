namespace MediaInfo.Core.Jobs;

/// <summary>Tells callers who wait that a job ended in this process. Ends elsewhere are seen by looking at the store.</summary>
public sealed class JobEndings
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JobKey, Wait> _waits = [];

    /// <summary>Begins to wait for a job.</summary>
    public JobEndWait Await(JobKey job)
    {
        lock (_lock)
        {
            if (!_waits.TryGetValue(job, out var wait))
            {
                _waits[job] = wait = new Wait();
            }

            wait.Waiters++;
            return new JobEndWait(() => NextOf(wait), () => Leave(job, wait));
        }
    }

    /// <summary>Wakes those who wait for the job.</summary>
    public void Announce(JobKey job)
    {
        lock (_lock)
        {
            if (_waits.TryGetValue(job, out var wait))
            {
                var ended = wait.Ended;
                wait.Ended = NewSignal();
                ended.SetResult();
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task NextOf(Wait wait)
    {
        lock (_lock)
        {
            return wait.Ended.Task;
        }
    }

    // Others may wait for the same job.
    private void Leave(JobKey job, Wait wait)
    {
        lock (_lock)
        {
            if (--wait.Waiters == 0)
            {
                _waits.Remove(job);
            }
        }
    }

    private sealed class Wait
    {
        public TaskCompletionSource Ended { get; set; } = NewSignal();

        public int Waiters { get; set; }
    }
}

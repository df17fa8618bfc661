namespace MediaInfo.Core.Jobs;

/// <summary>Signals waiting callers that a job ended in this process. To see ends in other processes, poll the store.</summary>
public sealed class JobEndings
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JobKey, Wait> _waits = [];

    /// <summary>Starts waiting for a job.</summary>
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

    /// <summary>Wakes everyone waiting for the job.</summary>
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

    // Other callers may be waiting for the same job.
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

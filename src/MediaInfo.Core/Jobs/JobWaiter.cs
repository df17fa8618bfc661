namespace MediaInfo.Core.Jobs;

/// <summary>Waits for a job to end, within a time budget.</summary>
public sealed class JobWaiter(IJobStore jobs, JobEndings endings, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Returns the job once it has ended, or as it stands when the time budget is spent or waiting has become pointless. The job
    /// is already accepted, so if storage fails meanwhile, the last known version is returned.
    /// </summary>
    /// <param name="accepted">The job as it was accepted.</param>
    /// <param name="budget">The maximum wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="isInVain">Whether waiting for a job that has not ended is pointless; null always waits.</param>
    public async Task<AnalysisJob> WaitAsync(
        AnalysisJob accepted,
        TimeSpan budget,
        CancellationToken cancellationToken,
        Func<AnalysisJob, CancellationToken, Task<bool>>? isInVain = null)
    {
        var key = accepted.Key;
        var started = time.GetTimestamp();
        var pause = FirstLook;
        var endedHere = true;
        var known = accepted;
        using var wait = endings.Await(key);
        while (true)
        {
            var ended = wait.Next;
            var look = await LookAsync(key, endedHere, isInVain, cancellationToken);
            known = look is null ? known : look.Value.Job ?? accepted;
            var left = budget - time.GetElapsedTime(started);
            if (look is { Job: null } or { IsInVain: true } || JobTransitions.IsFinal(known.State) || left <= TimeSpan.Zero)
            {
                return known;
            }

            endedHere = await PauseAsync(ended, pause < left ? pause : left, cancellationToken);
            pause = pause * 2 < MaxPause ? pause * 2 : MaxPause;
        }
    }

    private async Task<(AnalysisJob? Job, bool IsInVain)?> LookAsync(
        JobKey key,
        bool endedHere,
        Func<AnalysisJob, CancellationToken, Task<bool>>? isInVain,
        CancellationToken cancellationToken)
    {
        try
        {
            var read = endedHere ? await jobs.RecallAsync(key, cancellationToken) : await jobs.FindAsync(key, cancellationToken);
            var mayEnd = read is not null && !JobTransitions.IsFinal(read.Job.State);
            return (read?.Job, mayEnd && isInVain is not null && await isInVain(read!.Job, cancellationToken));
        }
        catch (IOException)
        {
            return null;
        }
    }

    // An end in this process wakes the wait at once; polling with growing pauses is for jobs that run in other processes.
    private async Task<bool> PauseAsync(Task ended, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(ended, Task.Delay(pause, time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return ended.IsCompleted;
    }
}

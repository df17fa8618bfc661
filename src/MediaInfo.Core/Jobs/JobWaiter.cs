namespace MediaInfo.Core.Jobs;

/// <summary>Waits for a job to end, within a budget.</summary>
public sealed class JobWaiter(IJobStore jobs, JobEndings endings, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The job once it ended, or as it stands when the budget is used up or nothing is left to wait for. The job is accepted by
    /// then, so that storage which fails meanwhile changes no more than what is known of it.
    /// </summary>
    /// <param name="accepted">The job as it was accepted.</param>
    /// <param name="budget">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isInVain">Says of a job that has not ended whether waiting for it ends too; null waits on.</param>
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
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<(AnalysisJob? Job, bool IsInVain)?> LookAsync(
        JobKey key, bool endedHere, Func<AnalysisJob, CancellationToken, Task<bool>>? isInVain, CancellationToken cancellationToken)
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

    // Woken at once by an end in this process; the growing pauses are for jobs that another process runs.
    private async Task<bool> PauseAsync(Task ended, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(ended, Task.Delay(pause, time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return ended.IsCompleted;
    }
}

namespace MediaInfo.Core.Jobs;

/// <summary>One caller's wait for a job; disposed when it waits no more.</summary>
public sealed class JobEndWait(Func<Task> next, Action leave) : IDisposable
{
    /// <summary>Completes with the next end of the job in this process. To be taken before looking at the store, so that no end is missed.</summary>
    public Task Next => next();

    /// <inheritdoc />
    public void Dispose() => leave();
}

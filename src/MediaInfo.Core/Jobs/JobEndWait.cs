namespace MediaInfo.Core.Jobs;

/// <summary>One caller's wait for a job. Dispose to stop waiting.</summary>
public sealed class JobEndWait(Func<Task> next, Action leave) : IDisposable
{
    /// <summary>
    /// Completes when the job next ends in this process. Take it before reading the store, so that no end is missed.
    /// </summary>
    public Task Next => next();

    /// <inheritdoc />
    public void Dispose() => leave();
}

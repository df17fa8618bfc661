namespace MediaInfo.Standalone.Workers;

/// <summary>Repeats some work, with a pause before each run. A failure is logged; the next run retries.</summary>
/// <param name="name">The work's name, for the log.</param>
/// <param name="every">The pause; zero disables the work.</param>
/// <param name="work">The work.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Receives failures.</param>
public sealed class PeriodicWorker(
    string name, TimeSpan every, Func<CancellationToken, Task> work, TimeProvider time, ILogger<PeriodicWorker> log)
    : BackgroundService
{
    // Lets a process that restarts more often than the pause still do the work.
    private static readonly TimeSpan MaxFirstPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (every == TimeSpan.Zero)
        {
            return;
        }

        for (var pause = every < MaxFirstPause ? every : MaxFirstPause; ; pause = every)
        {
            await Task.Delay(pause, time, stoppingToken);
            await WorkAsync(stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            log.PeriodicWorkFailed(e, name);
        }
    }
}

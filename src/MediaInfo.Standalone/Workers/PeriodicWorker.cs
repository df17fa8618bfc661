namespace MediaInfo.Standalone.Workers;

/// <summary>Does something again and again, with a pause before each time. A failure is logged and met by the next time.</summary>
/// <param name="name">What it does, for the log.</param>
/// <param name="every">The pause; zero to do nothing at all.</param>
/// <param name="work">What to do.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told of failures.</param>
public sealed class PeriodicWorker(
    string name, TimeSpan every, Func<CancellationToken, Task> work, TimeProvider time, ILogger<PeriodicWorker> log) : BackgroundService
{
    // A process that is started anew more often than the pause is long comes to its work all the same.
    private static readonly TimeSpan LongestFirstPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (every == TimeSpan.Zero)
        {
            return;
        }

        for (var pause = every < LongestFirstPause ? every : LongestFirstPause; ; pause = every)
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

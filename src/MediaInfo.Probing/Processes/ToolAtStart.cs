using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing.Processes;

/// <summary>Finds and self-tests a tool as soon as the proxy listens, without delaying startup.</summary>
/// <param name="binary">The search for it.</param>
/// <param name="uses">What there is only with it; null if the service cannot work without it.</param>
/// <param name="log">Where the outcome is told.</param>
internal sealed class ToolAtStart(ToolBinary binary, string? uses, ILogger<ToolAtStart> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            log.ToolFound((await binary.FindAsync(stoppingToken)).Summary);
        }
        catch (ToolMissingException e) when (uses is null)
        {
            // The process keeps running and reports the problem in its health response.
            log.ToolMissing(e.Message);
        }
        catch (ToolMissingException e)
        {
            log.ToolNotAvailable(uses!, e.Message);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }
}

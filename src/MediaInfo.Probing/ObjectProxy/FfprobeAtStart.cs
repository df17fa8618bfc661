using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>Finds and self-tests ffprobe as soon as the proxy listens, without delaying startup.</summary>
internal sealed class FfprobeAtStart(FfprobeBinary binary, ChildSandbox sandbox, ILogger<FfprobeAtStart> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (PlatformProtections.Lacking(OperatingSystem.IsLinux()) is { } lacking)
        {
            log.LackingProtections(lacking);
        }
        else if (!sandbox.IsWhole)
        {
            log.NotConfined(sandbox.InWords);
        }

        try
        {
            log.FfprobeFound((await binary.FindAsync(stoppingToken)).Summary);
        }
        catch (FfprobeMissingException e)
        {
            // The process keeps running and reports the problem in its health response.
            log.FfprobeMissing(e.Message);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }
}

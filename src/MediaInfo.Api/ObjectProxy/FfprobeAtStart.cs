using MediaInfo.Core.Probing.Processes;
using MediaInfo.Core.Probing.Processes.Sandbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>Looks for ffprobe, with its self-test, as soon as the proxy listens and without holding the start up.</summary>
internal sealed class FfprobeAtStart(FfprobeBinary binary, ChildSandbox sandbox, ILogger<FfprobeAtStart> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!sandbox.IsWhole)
        {
            log.NotConfined(sandbox.InWords);
        }

        try
        {
            log.FfprobeFound((await binary.FindAsync(stoppingToken)).Summary);
        }
        catch (FfprobeMissingException e)
        {
            // The process lives on and says in its health answer what is wrong.
            log.FfprobeMissing(e.Message);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}

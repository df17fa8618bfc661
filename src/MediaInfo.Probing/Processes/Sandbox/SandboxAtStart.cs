using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>Tells the log once what does not protect this service from hostile media.</summary>
internal sealed class SandboxAtStart(ChildSandbox sandbox, ILogger<SandboxAtStart> log) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (PlatformProtections.Lacking(OperatingSystem.IsLinux()) is { } lacking)
        {
            log.LackingProtections(lacking);
        }
        else if (!sandbox.IsWhole)
        {
            log.NotConfined(sandbox.InWords);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

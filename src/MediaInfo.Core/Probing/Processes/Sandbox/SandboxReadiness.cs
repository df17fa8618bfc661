using MediaInfo.Core.Health;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>How far children that read media are confined. Only where the whole is required is the service not ready without it.</summary>
public sealed class SandboxReadiness(ChildSandbox sandbox) : IReadiness
{
    /// <inheritdoc />
    public string Name => "sandbox";

    /// <inheritdoc />
    public Task<Readiness> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new Readiness(!sandbox.IsMissed, sandbox.InWords));
}

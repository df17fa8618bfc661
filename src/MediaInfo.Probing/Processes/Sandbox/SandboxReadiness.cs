using MediaInfo.Core.Health;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// How far media-reading children are confined. The service is unready without full confinement only if it is required.
/// </summary>
public sealed class SandboxReadiness(ChildSandbox sandbox) : IReadiness
{
    /// <inheritdoc />
    public string Name => "sandbox";

    /// <inheritdoc />
    public Task<Readiness> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new Readiness(!sandbox.IsMissed, sandbox.InWords));
}

using MediaInfo.Core.Health;

namespace MediaInfo.Probing.Processes;

/// <summary>Whether a binary of a tool passed its self-test and which one, or what is wrong with those that did not.</summary>
/// <param name="binary">The search for it.</param>
/// <param name="uses">What there is only with it; null if the service cannot work without it.</param>
public sealed class ToolReadiness(ToolBinary binary, string? uses = null) : IReadiness
{
    /// <inheritdoc />
    public string Name => binary.Tool.Name;

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new Readiness(IsReady: true, (await binary.FindAsync(cancellationToken)).Summary);
        }
        catch (ToolMissingException e)
        {
            return uses is null
                ? new Readiness(IsReady: false, e.Message)
                : new Readiness(IsReady: true, $"Not available, and neither are {uses}: {e.Message}");
        }
    }
}

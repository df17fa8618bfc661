using MediaInfo.Core.Health;

namespace MediaInfo.Core.Probing;

/// <summary>Whether an ffprobe runs here, and which.</summary>
public sealed class FfprobeReadiness(FfprobeBinary binary) : IReadiness
{
    /// <inheritdoc />
    public string Name => "ffprobe";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await binary.FindAsync(cancellationToken);
            return new Readiness(IsReady: true, $"{found.Version} at {found.Path}");
        }
        catch (FfprobeMissingException e)
        {
            return new Readiness(IsReady: false, e.Message);
        }
    }
}

using MediaInfo.Core.Health;

namespace MediaInfo.Probing.Processes;

/// <summary>Whether an ffprobe passed its self-test and which one, or what is wrong with those that did not.</summary>
public sealed class FfprobeReadiness(FfprobeBinary binary) : IReadiness
{
    /// <inheritdoc />
    public string Name => "ffprobe";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new Readiness(IsReady: true, (await binary.FindAsync(cancellationToken)).Summary);
        }
        catch (FfprobeMissingException e)
        {
            return new Readiness(IsReady: false, e.Message);
        }
    }
}

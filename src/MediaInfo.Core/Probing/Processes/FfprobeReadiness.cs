using MediaInfo.Core.Health;

namespace MediaInfo.Core.Probing.Processes;

/// <summary>Whether there is an ffprobe that passed its self-test, and which; what is wrong with those that did not.</summary>
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

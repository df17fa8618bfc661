using MediaInfo.Core.Health;

namespace MediaInfo.Core.Probing;

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
            var found = await binary.FindAsync(cancellationToken);
            return new Readiness(IsReady: true, found.PassedOver is null
                ? $"{found.Version} at {found.Path}"
                : $"{found.Version} at {found.Path}; passed over: {found.PassedOver}");
        }
        catch (FfprobeMissingException e)
        {
            return new Readiness(IsReady: false, e.Message);
        }
    }
}

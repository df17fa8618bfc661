using System.Globalization;
using System.Security.Cryptography;

namespace MediaInfo.Core.Jobs;

/// <summary>Identifiers from the clock and the system's random numbers.</summary>
/// <remarks>
/// A job id begins with the milliseconds left until the end of a 48-bit clock, so that listing the documents by name
/// gives the newest first and no index has to be kept; the other 80 bits are random.
/// </remarks>
public sealed class IdSource(TimeProvider time) : IIdSource
{
    private const long LastMillisecond = 0xFFFF_FFFF_FFFF;

    /// <inheritdoc />
    public string NewJobId()
    {
        var left = LastMillisecond - time.GetUtcNow().ToUnixTimeMilliseconds();
        return left.ToString("x12", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
    }

    /// <inheritdoc />
    public string NewPipelineId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <inheritdoc />
    public string NewRequestId() =>
        new Guid(RandomNumberGenerator.GetBytes(16)).ToString("D").ToUpperInvariant();
}

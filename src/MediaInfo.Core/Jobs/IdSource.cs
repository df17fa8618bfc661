using System.Globalization;
using System.Security.Cryptography;

namespace MediaInfo.Core.Jobs;

/// <summary>Identifiers from the clock and the system's random numbers.</summary>
/// <remarks>
/// A job id begins with the milliseconds left until the end of a 48-bit clock, so that listing the documents by name
/// gives the newest first and no index has to be kept; the other 80 bits are random.
/// </remarks>
public sealed class IdSource : IIdSource
{
    /// <summary>The end of the clock, milliseconds since 1970.</summary>
    internal const long LastMillisecond = 0xFFFF_FFFF_FFFF;

    /// <inheritdoc />
    public string NewJobId(DateTimeOffset createdAt) =>
        FirstDigits(createdAt.ToUnixTimeMilliseconds()) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    /// <inheritdoc />
    public string NewNumberedJobId(string account, DateTimeOffset createdAt) =>
        JobNumber.IdOf(account, JobNumber.New(createdAt, RandomNumberGenerator.GetInt32(JobNumber.PerMillisecond)));

    /// <inheritdoc />
    public string NewPipelineId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <inheritdoc />
    public string NewRequestId() =>
        new Guid(RandomNumberGenerator.GetBytes(16)).ToString("D").ToUpperInvariant();

    /// <summary>The digits that the ids of the jobs of a millisecond begin with. Times beyond the clock count as its ends.</summary>
    /// <param name="millisecond">Since 1970, UTC.</param>
    internal static string FirstDigits(long millisecond) =>
        Math.Clamp(LastMillisecond - millisecond, 0, LastMillisecond).ToString("x12", CultureInfo.InvariantCulture);
}

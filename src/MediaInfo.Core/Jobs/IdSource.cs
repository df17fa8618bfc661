using System.Globalization;
using System.Security.Cryptography;

namespace MediaInfo.Core.Jobs;

/// <summary>Generates identifiers from the clock and the system's random number generator.</summary>
/// <remarks>
/// A job id starts with the milliseconds left until the end of a 48-bit clock. Listing documents by name therefore gives the
/// newest first, without an index. The other 80 bits are random.
/// </remarks>
public sealed class IdSource : IIdSource
{
    /// <summary>The end of the clock, in milliseconds since 1970.</summary>
    internal const long LastMillisecond = 0xFFFF_FFFF_FFFF;

    /// <inheritdoc />
    public string NewJobId(DateTimeOffset createdAt) =>
        FirstDigits(createdAt.ToUnixTimeMilliseconds()) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    /// <inheritdoc />
    public string NewNumberedJobId(string account, DateTimeOffset createdAt) =>
        JobNumber.IdOf(account, JobNumber.New(createdAt, RandomNumberGenerator.GetInt32(JobNumber.PerMillisecond)));

    /// <inheritdoc />
    public string NewPipelineId() => RandomId();

    /// <inheritdoc />
    public string NewTemplateId() => RandomId();

    /// <inheritdoc />
    public string NewRequestId() =>
        new Guid(RandomNumberGenerator.GetBytes(16)).ToString("D").ToUpperInvariant();

    /// <summary>The leading digits of all job ids of a millisecond. Times outside the clock's range are clamped.</summary>
    /// <param name="millisecond">Milliseconds since 1970, UTC.</param>
    internal static string FirstDigits(long millisecond) =>
        Math.Clamp(LastMillisecond - millisecond, 0, LastMillisecond).ToString("x12", CultureInfo.InvariantCulture);

    private static string RandomId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

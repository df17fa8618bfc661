using System.Runtime.InteropServices;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing;

/// <summary>Remembers what this process last read from objects, so that an unchanged object is not read again.</summary>
/// <remarks>
/// Each account has its own entries: whether another account analysed an object must not show. The prober is the same as long as
/// the process lives, so an entry depends on the object's version alone.
/// </remarks>
public sealed class RecentReadings(IObjectStore objects, ProbeOptions options, TimeProvider time)
{
    // Larger reports are rare, and many of them would take too much memory.
    private const int MaxReportBytes = 64 * 1024;

    // The same: of a few streams with all their points and key frames.
    private const int MaxRates = 8 * 1024;

    private readonly Lock _keeping = new();
    private readonly RecentCache<(string Account, ObjectRef Source), RecentReading>? _readings =
        options.RememberedObjects > 0 ? new(Math.Max(2, options.RememberedObjects)) : null;

    /// <summary>Finds a part of what was read, and asks storage whether the object is still the same.</summary>
    /// <param name="account">The account whose job it is.</param>
    /// <param name="source">The object.</param>
    /// <param name="part">Selects the part; null if it was not read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The part and the cost of the request; null if the object has to be read.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<Reading<T>?> FindAsync<T>(
        string account, ObjectRef source, Func<RecentReading, T?> part, CancellationToken cancellationToken)
        where T : class
    {
        var begun = time.GetTimestamp();
        return _readings?.Find((account, source)) is { ETag: var etag } known && part(known) is { } found
            && string.Equals(etag, await ETagAsync(source, cancellationToken), StringComparison.Ordinal)
                ? new Reading<T>(found, new StepOutcome(Failure: null, Cost(begun)) { ETag = etag })
                : null;
    }

    /// <summary>Remembers a part of what was read from an object.</summary>
    /// <param name="account">The account whose job it was.</param>
    /// <param name="source">The object.</param>
    /// <param name="etag">The version that was read; null if unknown, then nothing is remembered.</param>
    /// <param name="with">Adds the part to what is known of that version.</param>
    public void Keep(string account, ObjectRef source, string? etag, Func<RecentReading, RecentReading> with)
    {
        if (_readings is null || etag is null)
        {
            return;
        }

        // Steps of one job end at the same time, and each adds its part.
        lock (_keeping)
        {
            var known = _readings.Find((account, source));
            var same = string.Equals(known?.ETag, etag, StringComparison.Ordinal) ? known! : new RecentReading(etag);
            _readings.Keep((account, source), with(same));
        }
    }

    /// <summary>Whether a description is small enough to be remembered.</summary>
    public static bool IsSmall(AnalysisResult result) =>
        result.Ffprobe is not { } report || JsonMarshal.GetRawUtf8Value(report).Length <= MaxReportBytes;

    /// <summary>Whether packet counts with their bit rates are small enough to be remembered.</summary>
    public static bool IsSmall(PacketCounts counts) => counts.BitRates is not { Size: > MaxRates };

    private async Task<string?> ETagAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        try
        {
            return (await objects.FindAsync(source, cancellationToken))?.ETag;
        }
        catch (UnauthorizedAccessException)
        {
            // The read that follows is denied as well, and says so.
            return null;
        }
    }

    private ProbeUsage Cost(long begun) =>
        new(Requests: 1, Bytes: 0, (long)time.GetElapsedTime(begun).TotalMilliseconds) { Reused = true };
}

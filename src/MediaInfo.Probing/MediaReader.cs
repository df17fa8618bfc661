using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing;

/// <summary>
/// Reads media objects with ffprobe, except those that have not changed since they were last read. All reads of one job share a
/// cache.
/// </summary>
public sealed class MediaReader(
    JobReads reads, MediaProber prober, PacketCounter packets, ObjectDigest digest, RecentReadings recent) : IMediaReader
{
    /// <inheritdoc />
    public async Task<Reading<AnalysisResult>> DescribeAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        if (await recent.FindAsync(job.Account, source, known => known.Description, cancellationToken) is { } same)
        {
            return same;
        }

        using var lease = reads.Open(job, source);
        var probe = await prober.DescribeAsync(lease.Reads, cancellationToken);
        if (probe.Result is { } result && lease.Reads.IsSourceOnly && RecentReadings.IsSmall(result))
        {
            recent.Keep(job.Account, source, lease.Reads.SourceETag, known => known with { Description = result });
        }

        return new Reading<AnalysisResult>(
            probe.Result, new StepOutcome(probe.Failure, probe.Usage) { ETag = lease.Reads.SourceETag });
    }

    /// <inheritdoc />
    public async Task<Reading<PacketCounts>> CountPacketsAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        if (await recent.FindAsync(job.Account, source, known => known.Packets, cancellationToken) is { } same)
        {
            return same;
        }

        using var lease = reads.Open(job, source);
        var (counts, outcome) = await packets.CountAsync(lease.Reads, cancellationToken);
        if (counts is not null && lease.Reads.IsSourceOnly && RecentReadings.IsSmall(counts))
        {
            recent.Keep(job.Account, source, lease.Reads.SourceETag, known => known with { Packets = counts });
        }

        return new Reading<PacketCounts>(counts, outcome with { ETag = lease.Reads.SourceETag });
    }

    /// <inheritdoc />
    public async Task<StepOutcome> DigestAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        if (await recent.FindAsync(job.Account, source, known => known.Md5, cancellationToken) is { } same)
        {
            return same.Outcome with { Md5 = same.Result };
        }

        using var lease = reads.Open(job, source);
        var outcome = await digest.ComputeAsync(lease.Reads, cancellationToken) with { ETag = lease.Reads.SourceETag };
        if (outcome is { Failure: null, Md5: { } md5 })
        {
            recent.Keep(job.Account, source, outcome.ETag, known => known with { Md5 = md5 });
        }

        return outcome;
    }
}

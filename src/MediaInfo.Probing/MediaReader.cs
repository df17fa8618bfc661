using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing;

/// <summary>Reads media objects with ffprobe. All reads of one job share a cache.</summary>
public sealed class MediaReader(JobReads reads, MediaProber prober, PacketCounter packets, ObjectDigest digest) : IMediaReader
{
    /// <inheritdoc />
    public async Task<Reading<AnalysisResult>> DescribeAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        using var lease = reads.Open(job, source);
        var probe = await prober.DescribeAsync(lease.Reads, cancellationToken);
        return new Reading<AnalysisResult>(
            probe.Result, new StepOutcome(probe.Failure, probe.Usage) { ETag = lease.Reads.SourceETag });
    }

    /// <inheritdoc />
    public async Task<Reading<PacketCounts>> CountPacketsAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        using var lease = reads.Open(job, source);
        var (counts, outcome) = await packets.CountAsync(lease.Reads, cancellationToken);
        return new Reading<PacketCounts>(counts, outcome with { ETag = lease.Reads.SourceETag });
    }

    /// <inheritdoc />
    public async Task<StepOutcome> DigestAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        using var lease = reads.Open(job, source);
        return await digest.ComputeAsync(lease.Reads, cancellationToken) with { ETag = lease.Reads.SourceETag };
    }
}

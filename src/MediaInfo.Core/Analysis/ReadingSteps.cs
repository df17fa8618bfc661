using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Reading;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Analysis;

/// <summary>The steps of an analysis that read the object. They share what is read where they run in one process at the same time.</summary>
public sealed class ReadingSteps(
    IJobStore jobs,
    JobResults results,
    JobReads reads,
    MediaProber prober,
    PacketCounter packetCounter,
    ObjectDigest digest,
    ObjectAccess access)
{
    // In the words that tell of storage's own refusal.
    private static StepOutcome Denied { get; } =
        new(new JobFailure(FailureReason.ObjectDenied, "The object may not be read"), ProbeUsage.Zero);

    private static StepOutcome Gone { get; } =
        new(new JobFailure(FailureReason.Internal, "The job's document is gone"), ProbeUsage.Zero);

    /// <inheritdoc cref="IAnalysisSteps.ReadStreamsAsync" />
    public Task<StepOutcome> ReadStreamsAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "streams", objects => ReadStreamsAsync(key, objects, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.DigestAsync" />
    public Task<StepOutcome> DigestAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "digest", objects => digest.ComputeAsync(objects, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.CountPacketsAsync" />
    public Task<StepOutcome> CountPacketsAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "packets", objects => CountPacketsAsync(key, objects, cancellationToken), cancellationToken);

    private async Task<StepOutcome> ReadStreamsAsync(JobKey key, ObjectReads objects, CancellationToken cancellationToken)
    {
        var probe = await prober.DescribeAsync(objects, cancellationToken);
        if (probe.Result is { } result)
        {
            await results.AddAsync(key, ResultPart.Streams, result with { ETag = objects.SourceETag }, cancellationToken);
        }

        return new StepOutcome(probe.Failure, probe.Usage);
    }

    private async Task<StepOutcome> CountPacketsAsync(JobKey key, ObjectReads objects, CancellationToken cancellationToken)
    {
        var (counts, outcome) = await packetCounter.CountAsync(objects, cancellationToken);
        if (counts is not null)
        {
            await results.AddAsync(key, counts with { ETag = objects.SourceETag }, cancellationToken);
        }

        return outcome;
    }

    private async Task<StepOutcome> ReadAsync(
        JobKey key, string step, Func<ObjectReads, Task<StepOutcome>> read, CancellationToken cancellationToken)
    {
        if ((await jobs.RecallAsync(key, cancellationToken))?.Job is not { } job)
        {
            return Gone;
        }

        // The settings may have changed since the job was accepted.
        if (!access.MayRead(key.Account, job.Source.Bucket))
        {
            return Denied;
        }

        using var lease = reads.Open(key, job.Source);
        using var span = Tracing.BeginStep(Tracing.Probe, ActivityKind.Internal, job)?.SetTag(Tracing.Step, step);
        try
        {
            var outcome = await read(lease.Reads) with { ETag = lease.Reads.SourceETag };
            Metrics.Probed(job, step, outcome);
            span.Describe(outcome);
            return outcome;
        }
        catch (Exception e)
        {
            span.Fail(e.GetType().Name);
            throw;
        }
    }
}

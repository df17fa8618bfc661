using System.Diagnostics;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Analysis;

/// <summary>What each step of an analysis does, the same in every host. Each may run twice and then changes nothing more.</summary>
public sealed class AnalysisSteps(
    IJobStore jobs,
    JobResults results,
    MediaProber prober,
    PacketCounter packetCounter,
    ObjectDigest digest,
    EndNotice notice,
    PipelineGate gate,
    JobEndings endings,
    TimeProvider time,
    ILogger<AnalysisSteps> log)
{
    /// <inheritdoc cref="IAnalysisSteps.StartAsync" />
    public async Task<AnalysisPlan> StartAsync(JobKey key, CancellationToken cancellationToken)
    {
        var read = await jobs.RecallAsync(key, cancellationToken);
        if (read is null)
        {
            return AnalysisPlan.Nothing;
        }

        using var span = JobTransitions.IsFinal(read.Job.State) ? null : Tracing.BeginAnalysis(read.Job);
        if (read.Job.State == JobState.Waiting && !await gate.PassAsync(key, read.Job.PipelineId, cancellationToken))
        {
            return AnalysisPlan.Later;
        }

        var trace = Tracing.Current;
        var job = await jobs.UpdateAsync(
            read, job => JobTransitions.Move(job, JobState.Running, time.GetUtcNow()) is { } moved ? moved with { AnalysisTrace = trace } : null, cancellationToken);
        return job switch
        {
            null => AnalysisPlan.Nothing,
            { State: JobState.Running } => new AnalysisPlan(Reads: true, job.Extras.Digest, job.Extras.Packets, Notifies: true),
            _ => new AnalysisPlan(Reads: false, Digest: false, Packets: false, Notifies: job.Callback is null),
        };
    }

    /// <inheritdoc cref="IAnalysisSteps.ReadStreamsAsync" />
    public Task<StepOutcome> ReadStreamsAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "streams", source => ReadStreamsAsync(key, source, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.DigestAsync" />
    public Task<StepOutcome> DigestAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "digest", source => digest.ComputeAsync(source, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.CountPacketsAsync" />
    public Task<StepOutcome> CountPacketsAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "packets", source => CountPacketsAsync(key, source, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.EndAsync" />
    public async Task EndAsync(AnalysisEnding ending, CancellationToken cancellationToken)
    {
        var key = ending.Job;
        var failure = ending.Streams.Failure ?? ending.Digest?.Failure ?? ending.Packets?.Failure;
        var result = failure is null ? await JoinAsync(ending, cancellationToken) : (ResultPart?)null;
        var job = await jobs.UpdateAsync(key, job => Ended(job, ending, failure, result), cancellationToken);
        if (job is not null)
        {
            log.JobEnded(key.Id, job.RequestId, job.State, job.Failure?.Reason, job.Usage?.Requests ?? 0, job.Usage?.Bytes ?? 0, job.Usage?.Milliseconds ?? 0);
        }

        endings.Announce(key);
    }

    /// <inheritdoc cref="IAnalysisSteps.NotifyAsync" />
    public Task NotifyAsync(JobKey key, CancellationToken cancellationToken) =>
        notice.GiveAsync(key, cancellationToken);

    /// <summary>Ends a job that every retry failed on, and announces that.</summary>
    public async Task AbandonAsync(JobKey key, CancellationToken cancellationToken)
    {
        var failed = new StepOutcome(new JobFailure(FailureReason.Internal, "The analysis failed after several attempts"), ProbeUsage.Zero);
        await EndAsync(new AnalysisEnding(key, failed, Digest: null, Packets: null), cancellationToken);
        await NotifyAsync(key, cancellationToken);
    }

    private static StepOutcome Gone { get; } =
        new(new JobFailure(FailureReason.Internal, "The job's document is gone"), ProbeUsage.Zero);

    private async Task<StepOutcome> ReadStreamsAsync(JobKey key, ObjectRef source, CancellationToken cancellationToken)
    {
        var probe = await prober.DescribeAsync(source, cancellationToken);
        if (probe.Description is { } description)
        {
            await results.AddAsync(key, ResultPart.Streams, description, cancellationToken);
        }

        return new StepOutcome(probe.Failure, probe.Usage);
    }

    private async Task<StepOutcome> CountPacketsAsync(JobKey key, ObjectRef source, CancellationToken cancellationToken)
    {
        var (counts, outcome) = await packetCounter.CountAsync(source, cancellationToken);
        if (counts is not null)
        {
            await results.AddAsync(key, counts, cancellationToken);
        }

        return outcome;
    }

    private async Task<StepOutcome> ReadAsync(
        JobKey key, string step, Func<ObjectRef, Task<StepOutcome>> read, CancellationToken cancellationToken)
    {
        if ((await jobs.RecallAsync(key, cancellationToken))?.Job is not { } job)
        {
            return Gone;
        }

        using var span = Tracing.BeginStep(Tracing.Probe, ActivityKind.Internal, job)?.SetTag(Tracing.Step, step);
        try
        {
            var outcome = await read(job.Source);
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

    private AnalysisJob? Ended(AnalysisJob job, AnalysisEnding ending, JobFailure? failure, ResultPart? result)
    {
        var usage = new[] { ending.Digest, ending.Packets }.OfType<StepOutcome>()
            .Aggregate(ending.Streams.Usage, (sum, step) => sum.Beside(step.Usage));
        var moved = JobTransitions.Move(job, failure is null ? JobState.Succeeded : JobState.Failed, time.GetUtcNow());
        return moved is null ? null : moved with { Failure = failure, Result = result, Usage = usage };
    }

    private async Task<ResultPart> JoinAsync(AnalysisEnding ending, CancellationToken cancellationToken)
    {
        if (ending.Digest is null && ending.Packets is null)
        {
            return ResultPart.Streams;
        }

        var description = await results.FindAsync(ending.Job, ResultPart.Streams, cancellationToken)
            ?? throw new IOException($"The stored streams of job {ending.Job.Id} are gone");
        var counts = ending.Packets is null ? null : await results.FindPacketsAsync(ending.Job, cancellationToken);
        description = counts is null ? description : description.EnrichWithPackets(counts);
        description = ending.Digest?.Md5 is { } md5 ? description.WithMd5(md5) : description;
        await results.AddAsync(ending.Job, ResultPart.Description, description, cancellationToken);
        return ResultPart.Description;
    }
}

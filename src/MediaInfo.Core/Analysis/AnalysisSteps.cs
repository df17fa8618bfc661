using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Analysis;

/// <summary>The steps of an analysis, shared by all hosts. Each step is idempotent.</summary>
public sealed class AnalysisSteps(
    IJobStore jobs,
    JobResults results,
    ReadingSteps reading,
    ResultExport export,
    EndNotice notice,
    PipelineGate gate,
    TimeProvider time,
    ILogger<AnalysisSteps> log)
{
    /// <inheritdoc cref="IAnalysisSteps.StartAsync" />
    public async Task<AnalysisPlan> StartAsync(JobKey key, CancellationToken cancellationToken)
    {
        var plan = await TakeUpAsync(key, cancellationToken);
        return plan.Reads ? await BeginAsync(key, Start(), cancellationToken) : plan;
    }

    /// <summary>What remains to be done, unless the job's pipeline holds it. Does not change the job.</summary>
    public async Task<AnalysisPlan> TakeUpAsync(JobKey key, CancellationToken cancellationToken) =>
        await jobs.RecallAsync(key, cancellationToken) switch
        {
            null => AnalysisPlan.Nothing,
            { Job: { State: JobState.Waiting, PipelineId: var pipeline } }
                when !await gate.PassAsync(key, pipeline, cancellationToken) => AnalysisPlan.Later,
            { Job: var job } => PlanOf(job),
        };

    /// <summary>The start of an analysis, now.</summary>
    public AnalysisStart Start() => new(time.GetUtcNow(), Tracing.Current);

    /// <summary>Shows the start in the job's document, and returns what remains to be done.</summary>
    public async Task<AnalysisPlan> BeginAsync(JobKey key, AnalysisStart start, CancellationToken cancellationToken)
    {
        if (await jobs.RecallAsync(key, cancellationToken) is not { } read)
        {
            return AnalysisPlan.Nothing;
        }

        using var span = JobTransitions.IsFinal(read.Job.State) ? null : read.Job.BeginAnalysis();
        var trace = Tracing.Current ?? start.Trace;
        var begun = await jobs.UpdateAsync(read, job => Begun(job, start with { Trace = trace }), cancellationToken);
        return begun is null ? AnalysisPlan.Nothing : PlanOf(begun);
    }

    /// <inheritdoc cref="IAnalysisSteps.ReadStreamsAsync" />
    public Task<StepOutcome> ReadStreamsAsync(JobKey key, CancellationToken cancellationToken) =>
        reading.ReadStreamsAsync(key, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.DigestAsync" />
    public Task<StepOutcome> DigestAsync(JobKey key, CancellationToken cancellationToken) =>
        reading.DigestAsync(key, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.CountPacketsAsync" />
    public Task<StepOutcome> CountPacketsAsync(JobKey key, CancellationToken cancellationToken) =>
        reading.CountPacketsAsync(key, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.MakePicturesAsync" />
    public Task<StepOutcome> MakePicturesAsync(JobKey key, CancellationToken cancellationToken) =>
        reading.MakePicturesAsync(key, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.RecogniseAsync" />
    public Task<StepOutcome> RecogniseAsync(JobKey key, RecogniserKind recogniser, CancellationToken cancellationToken) =>
        reading.RecogniseAsync(key, recogniser, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.EndAsync" />
    public async Task EndAsync(AnalysisEnding ending, CancellationToken cancellationToken)
    {
        var key = ending.Job;
        var failure = ending.Streams.Failure ?? ending.Others.Select(step => step.Failure).OfType<JobFailure>().FirstOrDefault();
        var result = (ResultPart?)null;
        if (failure is null)
        {
            (result, failure) = await JoinAsync(ending, cancellationToken);
        }

        if (await jobs.RecallSinceAsync(key, job => ending.Start is not null || HasBegun(job), cancellationToken) is { } read)
        {
            // Write the file before the job is marked as succeeded, so that it exists for anyone who sees that state.
            failure = result is { } part && !JobTransitions.IsFinal(read.Job.State)
                ? await export.WriteAsync(read.Job, part, cancellationToken)
                : failure;
            var ended = await jobs.UpdateAsync(
                read, job => Ended(job, ending, failure, failure is null ? result : null), cancellationToken);
            if (ended is { State: var state } && !JobTransitions.IsFinal(state))
            {
                // Happens only if someone edits the document by hand. The retry runs the job from its new state.
                throw new IOException($"Job {key.Id} was reset to {state} while it was running");
            }

            LogEnd(ended ?? read.Job);
        }
    }

    /// <inheritdoc cref="IAnalysisSteps.NotifyAsync" />
    public Task NotifyAsync(JobKey key, CancellationToken cancellationToken) =>
        notice.GiveAsync(key, cancellationToken);

    /// <summary>Ends a job that failed on every retry, and sends its completion message.</summary>
    public async Task AbandonAsync(JobKey key, CancellationToken cancellationToken)
    {
        var isSilent = (await jobs.FindAsync(key, cancellationToken))?.Job.StorageWasSilent == true;
        var failed = new StepOutcome(isSilent ? Silent : Failed, ProbeUsage.Zero);
        await EndAsync(new AnalysisEnding(key, failed, Digest: null, Packets: null), cancellationToken);
        await NotifyAsync(key, cancellationToken);
    }

    private static JobFailure Failed { get; } = new(FailureReason.Internal, "The analysis failed after several attempts");

    private static JobFailure Changed { get; } =
        new(FailureReason.ObjectChanged, "The object was overwritten between the steps of its analysis");

    private static JobFailure Silent { get; } =
        new(FailureReason.StorageSilent, "Storage did not answer while the object was read, in several attempts");

    private static bool HasBegun(AnalysisJob job) => job.State != JobState.Waiting;

    private static AnalysisJob? Begun(AnalysisJob job, AnalysisStart start) =>
        JobTransitions.Move(job, JobState.Running, start.At) is { } moved ? moved with { AnalysisTrace = start.Trace } : null;

    private AnalysisPlan PlanOf(AnalysisJob job) => AnalysisPlan.Of(job) switch
    {
        { Reads: true } plan when !job.Extras.GoBeyondHeaders => plan with { IsShort = !export.IsWanted(job) },
        var plan => plan,
    };

    private void LogEnd(AnalysisJob job) => log.JobEnded(
        job.Key.Id,
        job.RequestId,
        job.State,
        job.Failure?.Reason,
        job.Usage?.Requests ?? 0,
        job.Usage?.Bytes ?? 0,
        job.Usage?.Milliseconds ?? 0);

    private AnalysisJob? Ended(AnalysisJob job, AnalysisEnding ending, JobFailure? failure, ResultPart? result)
    {
        var usage = ending.Others.Aggregate(ending.Streams.Usage, (sum, step) => sum.Beside(step.Usage));
        var begun = job.State == JobState.Waiting && ending.Start is { } start ? Begun(job, start) ?? job : job;
        var moved = JobTransitions.Move(begun, failure is null ? JobState.Succeeded : JobState.Failed, time.GetUtcNow());
        return moved is null ? null : moved with { Failure = failure, Result = result, Usage = usage };
    }

    private async Task<(ResultPart? Result, JobFailure? Failure)> JoinAsync(
        AnalysisEnding ending, CancellationToken cancellationToken)
    {
        if (ending.Decoded.Select(step => step.ETag).OfType<string>().Any(
            etag => !string.Equals(etag, ending.Streams.ETag, StringComparison.Ordinal)))
        {
            return (null, Changed);
        }

        if (ending.Digest is null && ending.Packets is null)
        {
            return (ResultPart.Streams, null);
        }

        var result = await results.FindAsync(ending.Job, ResultPart.Streams, cancellationToken)
            ?? throw new IOException($"The stored streams of job {ending.Job.Id} no longer exist");
        var counts = ending.Packets is null
            ? null
            : await results.FindPacketsAsync(ending.Job, cancellationToken)
                ?? throw new IOException($"The stored packet counts of job {ending.Job.Id} no longer exist");
        if (new[] { ending.Digest?.ETag, counts?.ETag }.OfType<string>().Any(
            etag => !string.Equals(etag, result.ETag, StringComparison.Ordinal)))
        {
            // With separate processes, or after a crash, each step may have read a different version of the object.
            return (null, Changed);
        }

        var description = counts is null ? result.Description : result.Description.EnrichWithPackets(counts);
        description = ending.Digest?.Md5 is { } md5 ? description.WithMd5(md5) : description;
        await results.AddAsync(ending.Job, ResultPart.Description, result with { Description = description }, cancellationToken);
        return (ResultPart.Description, null);
    }
}

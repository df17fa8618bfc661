using System.Diagnostics;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Analysis;

/// <summary>The steps of an analysis that read the object. Each stores its result.</summary>
public sealed class ReadingSteps(
    IJobStore jobs, JobResults results, IMediaReader reader, FrameSteps frames, TagSteps tags, ObjectAccess access)
{
    // Same text as for a refusal by storage itself.
    private static StepOutcome Denied { get; } =
        new(new JobFailure(FailureReason.ObjectDenied, "Access to the object is denied"), ProbeUsage.Zero);

    private static StepOutcome Gone { get; } =
        new(new JobFailure(FailureReason.Internal, "The job's document no longer exists"), ProbeUsage.Zero);

    /// <inheritdoc cref="IAnalysisSteps.ReadStreamsAsync" />
    public Task<StepOutcome> ReadStreamsAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "streams", job => ReadStreamsAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.DigestAsync" />
    public Task<StepOutcome> DigestAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "digest", job => reader.DigestAsync(job.Key, job.Source, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.CountPacketsAsync" />
    public Task<StepOutcome> CountPacketsAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "packets", job => CountPacketsAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.MakePicturesAsync" />
    public Task<StepOutcome> MakePicturesAsync(JobKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, "frames", job => frames.MakeAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.RecogniseAsync" />
    public Task<StepOutcome> RecogniseAsync(JobKey key, RecogniserKind recogniser, CancellationToken cancellationToken) =>
        ReadAsync(key, "tags", job => tags.RecogniseAsync(job, recogniser, cancellationToken), cancellationToken);

    private async Task<StepOutcome> ReadStreamsAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        // Another attempt may have stored it and then failed. A job that is still waiting had none.
        if (job.State == JobState.Running
            && await results.FindAsync(job.Key, ResultPart.Streams, cancellationToken) is { Usage: { } usage } stored)
        {
            return new StepOutcome(Failure: null, usage) { ETag = stored.ETag };
        }

        var (result, outcome) = await reader.DescribeAsync(job.Key, job.Source, cancellationToken);
        if (result is not null)
        {
            await results.AddAsync(
                job.Key,
                ResultPart.Streams,
                result with { ETag = outcome.ETag, Usage = outcome.Usage },
                cancellationToken);
        }

        return outcome;
    }

    private async Task<StepOutcome> CountPacketsAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var (counts, outcome) = await reader.CountPacketsAsync(job.Key, job.Source, cancellationToken);
        if (counts is not null)
        {
            await results.AddAsync(job.Key, counts with { ETag = outcome.ETag }, cancellationToken);
        }

        return outcome;
    }

    // Attempts are made by different processes; if all of them fail, the job's end tells why.
    private async Task NoteAsync(JobKey key, bool isSilent, CancellationToken cancellationToken)
    {
        try
        {
            await jobs.UpdateAsync(key, job => job with { StorageWasSilent = isSilent }, cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The fault that ended the attempt counts.
        }
    }

    private async Task<StepOutcome> ReadAsync(
        JobKey key, string step, Func<AnalysisJob, Task<StepOutcome>> read, CancellationToken cancellationToken)
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

        using var span = job.BeginStep(Tracing.Probe, ActivityKind.Internal)?.SetTag(Tracing.Step, step);
        try
        {
            var outcome = await read(job);
            if (outcome.Failure?.Reason == FailureReason.ObjectNotFound && job.FormKey is { } formKey)
            {
                var other = await read(job with { Source = job.Source with { Key = formKey } });
                outcome = other.Failure?.Reason == FailureReason.ObjectNotFound ? outcome : other;
            }

            outcome.Record(span, job.Dialect, step);
            return outcome;
        }
        catch (Exception e)
        {
            span.Fail(e.GetType().Name);
            var isSilent = e is IOException or TimeoutException;
            if (e is not OperationCanceledException && isSilent != job.StorageWasSilent)
            {
                await NoteAsync(key, isSilent, cancellationToken);
            }

            throw;
        }
    }
}

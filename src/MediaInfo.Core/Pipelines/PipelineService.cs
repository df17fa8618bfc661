using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Pipelines;

/// <summary>Makes, changes and deletes pipelines.</summary>
public sealed class PipelineService(PipelineDirectory pipelines, PipelineGate gate, PipelineOptions options, IIdSource ids, TimeProvider time)
{
    private const int MaxAttempts = 20;

    /// <summary>Makes a pipeline with an id and a time of its own; null when the account has as many as it may.</summary>
    public async Task<Pipeline?> AddAsync(string account, PipelineDraft draft, CancellationToken cancellationToken)
    {
        if ((await pipelines.ListAsync(account, cancellationToken)).Count >= options.MaxPerAccount)
        {
            return null;
        }

        var pipeline = new Pipeline
        {
            Id = ids.NewPipelineId(),
            Name = draft.Name,
            State = PipelineState.Active,
            CreatedAt = time.GetUtcNow(),
            Speed = draft.Speed,
            SpeedLevel = draft.SpeedLevel,
            Role = draft.Role,
            Notify = draft.Notify,
        };
        await pipelines.WriteAsync(account, pipeline, etag: null, cancellationToken);
        return pipeline;
    }

    /// <summary>Changes a pipeline, and lets its waiting jobs go where it is active afterwards.</summary>
    /// <returns>The changed pipeline; null when the account has none of that id.</returns>
    /// <exception cref="IOException">Other writers came between too often.</exception>
    public async Task<Pipeline?> ChangeAsync(
        string account, string pipelineId, Func<Pipeline, Pipeline> change, IJobScheduler scheduler, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await pipelines.ReadLiveAsync(account, pipelineId, cancellationToken) is not { } read)
            {
                return null;
            }

            var changed = change(read.Pipeline);
            if (await pipelines.WriteAsync(account, changed, read.ETag, cancellationToken))
            {
                await ReleaseAsync(account, changed, scheduler, cancellationToken);
                return changed;
            }
        }

        throw new IOException($"Pipeline {pipelineId} was changed by others {MaxAttempts} times in a row");
    }

    /// <summary>Deletes a pipeline that no job waits for. Jobs that run go on, and their messages are still delivered.</summary>
    public async Task<PipelineDeletion> DeleteAsync(
        string account, string pipelineId, IJobScheduler scheduler, CancellationToken cancellationToken)
    {
        if (string.Equals(pipelineId, DefaultPipeline.IdOf(account), StringComparison.Ordinal)
            || await gate.HoldsAnyAsync(account, pipelineId, cancellationToken))
        {
            return PipelineDeletion.InUse;
        }

        var deleted = await ChangeAsync(
            account, pipelineId, pipeline => pipeline with { State = PipelineState.Deleted }, scheduler, cancellationToken);
        return deleted is null ? PipelineDeletion.NotFound : PipelineDeletion.Deleted;
    }

    // A job noted while the pipeline was being deleted must run too.
    private Task ReleaseAsync(string account, Pipeline pipeline, IJobScheduler scheduler, CancellationToken cancellationToken) =>
        pipeline.State == PipelineState.Paused
            ? Task.CompletedTask
            : gate.ReleaseAsync(account, pipeline.Id, scheduler, cancellationToken);
}

using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Pipelines;

/// <summary>Creates, changes and deletes pipelines.</summary>
public sealed class PipelineService(
    PipelineDirectory pipelines, PipelineGate gate, PipelineOptions options, IIdSource ids, TimeProvider time)
{
    private const int MaxAttempts = 20;

    /// <summary>Creates a pipeline with a new id; null if the account has reached its limit.</summary>
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

    /// <summary>Changes a pipeline, and releases its waiting jobs unless it is paused afterwards.</summary>
    /// <returns>The changed pipeline; null if the account has none with the id.</returns>
    /// <exception cref="IOException">Other writers interfered too often.</exception>
    public async Task<Pipeline?> ChangeAsync(
        string account, string pipelineId, Func<Pipeline, Pipeline> change, CancellationToken cancellationToken)
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
                await ReleaseAsync(account, changed, cancellationToken);
                return changed;
            }
        }

        throw new IOException($"Pipeline {pipelineId} was changed by other writers {MaxAttempts} times in a row");
    }

    /// <summary>
    /// Deletes a pipeline that no job waits for. Running jobs continue, and their messages are still delivered.
    /// </summary>
    public async Task<PipelineDeletion> DeleteAsync(
        string account, string pipelineId, CancellationToken cancellationToken)
    {
        if (string.Equals(pipelineId, DefaultPipeline.IdOf(account), StringComparison.Ordinal)
            || await gate.HoldsAnyAsync(account, pipelineId, cancellationToken))
        {
            return PipelineDeletion.InUse;
        }

        var deleted = await ChangeAsync(
            account, pipelineId, pipeline => pipeline with { State = PipelineState.Deleted }, cancellationToken);
        return deleted is null ? PipelineDeletion.NotFound : PipelineDeletion.Deleted;
    }

    // A job recorded while the pipeline was being deleted must run too.
    private Task ReleaseAsync(string account, Pipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.State == PipelineState.Paused
            ? Task.CompletedTask
            : gate.ReleaseAsync(account, pipeline.Id, cancellationToken);
}

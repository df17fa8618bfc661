namespace MediaInfo.Core.Pipelines;

/// <summary>The jobs that wait for their pipeline to be resumed.</summary>
public interface IHeldJobs
{
    /// <summary>Notes that the job waits, and returns the note. Noting it again renews it.</summary>
    Task<HeldJobNote> AddAsync(HeldJob job, CancellationToken cancellationToken);

    /// <summary>Every note of a pipeline.</summary>
    IAsyncEnumerable<HeldJobNote> ListAsync(string account, string pipelineId, CancellationToken cancellationToken);

    /// <summary>Removes a note, unless it was renewed since it was read.</summary>
    Task RemoveAsync(HeldJobNote note, CancellationToken cancellationToken);
}

namespace MediaInfo.Core.Pipelines;

/// <summary>The jobs that wait for a paused pipeline.</summary>
public interface IHeldJobs
{
    /// <summary>Records that the job waits, and returns the note. Adding it again renews the note.</summary>
    Task<HeldJobNote> AddAsync(HeldJob job, CancellationToken cancellationToken);

    /// <summary>All notes of a pipeline.</summary>
    IAsyncEnumerable<HeldJobNote> ListAsync(string account, string pipelineId, CancellationToken cancellationToken);

    /// <summary>Removes a note, unless it was renewed after it was read.</summary>
    Task RemoveAsync(HeldJobNote note, CancellationToken cancellationToken);
}

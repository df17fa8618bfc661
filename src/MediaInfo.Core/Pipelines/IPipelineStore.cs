using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Pipelines;

/// <summary>Stores pipeline documents. Every write is conditional, and makes a new version.</summary>
public interface IPipelineStore
{
    /// <summary>Reads the current pipeline; null if the account has none with the id.</summary>
    Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken);

    /// <summary>All stored pipelines of the account that are not deleted, in no particular order.</summary>
    Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken);

    /// <summary>Replaces the version that was read, or creates the pipeline if the ETag is null.</summary>
    /// <returns>False if another writer interfered.</returns>
    /// <exception cref="ArgumentException">The account or the pipeline's id is not legal, as in <see cref="JobKey"/>.</exception>
    Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken);
}

namespace MediaInfo.Core.Pipelines;

/// <summary>Keeps pipeline documents. Every write is conditional.</summary>
public interface IPipelineStore
{
    /// <summary>The pipeline as it is now; null when the account has none of that id.</summary>
    Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken);

    /// <summary>Every stored pipeline of the account that is not deleted, in no order.</summary>
    Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken);

    /// <summary>Writes a pipeline over the version that was read, or as a new one where that is null.</summary>
    /// <returns>False when another writer came between.</returns>
    Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken);
}

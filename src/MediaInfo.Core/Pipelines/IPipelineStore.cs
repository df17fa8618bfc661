namespace MediaInfo.Core.Pipelines;

/// <summary>The pipelines of every account.</summary>
public interface IPipelineStore
{
    /// <summary>The account's pipeline of that id, or its default pipeline where the id is null; null when there is none.</summary>
    Task<Pipeline?> FindAsync(string account, string? pipelineId, CancellationToken cancellationToken);
}

using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Support;

/// <summary>Pipelines in memory that another writer gets at before each write.</summary>
public sealed class ContendedPipelineStore : IPipelineStore
{
    private int _writes;

    /// <summary>The store that the other writer writes to directly.</summary>
    public InMemoryPipelineStore Stored { get; } = new();

    /// <summary>What the other writer does before a write, given the write's number from 1.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many writes were tried.</summary>
    public int Writes => _writes;

    public Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken) =>
        Stored.FindAsync(account, pipelineId, cancellationToken);

    public Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken) => Stored.ListAsync(account, cancellationToken);

    public async Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken)
    {
        await Before(Interlocked.Increment(ref _writes));
        return await Stored.WriteAsync(account, pipeline, etag, cancellationToken);
    }
}

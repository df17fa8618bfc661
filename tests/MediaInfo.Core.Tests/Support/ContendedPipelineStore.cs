using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Support;

/// <summary>Pipelines in memory. Another writer intervenes before each write.</summary>
public sealed class ContendedPipelineStore : IPipelineStore
{
    private int _writes;

    /// <summary>The store, for the other writer's direct writes.</summary>
    public InMemoryPipelineStore Stored { get; } = new();

    /// <summary>What the other writer does before a write, given the write's number from 1.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The number of attempted writes.</summary>
    public int Writes => _writes;

    public Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken) =>
        Stored.FindAsync(account, pipelineId, cancellationToken);

    public Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken) =>
        Stored.ListAsync(account, cancellationToken);

    public async Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken)
    {
        await Before(Interlocked.Increment(ref _writes));
        return await Stored.WriteAsync(account, pipeline, etag, cancellationToken);
    }
}

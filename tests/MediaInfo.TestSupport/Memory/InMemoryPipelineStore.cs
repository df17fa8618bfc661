using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Pipeline documents in memory. Each write gets its own ETag.</summary>
public sealed class InMemoryPipelineStore : IPipelineStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string Id), StoredPipeline> _pipelines = [];
    private long _version;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <inheritdoc />
    public Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken) =>
        CallAsync(() => _pipelines.GetValueOrDefault((account, pipelineId)), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<Pipeline>>(
            () => [.. _pipelines
                .Where(pair => string.Equals(pair.Key.Account, account, StringComparison.Ordinal))
                .Select(pair => pair.Value.Pipeline)
                .Where(pipeline => pipeline.State != PipelineState.Deleted)],
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken) =>
        CallAsync(
            () =>
            {
                if (!new JobKey(account, pipeline.Id).IsLegal)
                {
                    throw new ArgumentException("The pipeline id is invalid", nameof(pipeline));
                }

                var key = (account, pipeline.Id);
                if (!string.Equals(_pipelines.GetValueOrDefault(key)?.ETag, etag, StringComparison.Ordinal))
                {
                    return false;
                }

                _pipelines[key] = new StoredPipeline(pipeline, $"\"{++_version}\"");
                return true;
            },
            cancellationToken);

    private async Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
        lock (_lock)
        {
            return call();
        }
    }
}

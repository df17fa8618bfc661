using System.Collections.Concurrent;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Pipelines;

/// <summary>Finds the pipelines of accounts, including default ones, and caches them briefly.</summary>
public sealed class PipelineDirectory(IPipelineStore store, AccountDirectory accounts, PipelineOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, string Id), (StoredPipeline? Read, long At)> _trusted = new();

    /// <summary>
    /// The account's pipeline with the id, or its default one if the id is null. Includes deleted pipelines; the caller decides.
    /// </summary>
    public async Task<Pipeline?> FindAsync(string account, string? pipelineId, CancellationToken cancellationToken)
    {
        var id = pipelineId ?? DefaultPipeline.IdOf(account);
        return _trusted.TryGetValue((account, id), out var known) && time.GetElapsedTime(known.At) < options.TrustedFor
            ? known.Read?.Pipeline
            : (await ReadAsync(account, id, cancellationToken))?.Pipeline;
    }

    /// <summary>
    /// As <see cref="FindAsync"/>, but skips deleted pipelines and the cache, and includes the ETag for a write.
    /// </summary>
    public async Task<StoredPipeline?> ReadLiveAsync(string account, string pipelineId, CancellationToken cancellationToken) =>
        await ReadAsync(account, pipelineId, cancellationToken) is { Pipeline.State: not PipelineState.Deleted } read
            ? read
            : null;

    /// <summary>All pipelines of the account that are not deleted, newest first.</summary>
    public async Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken)
    {
        var stored = await store.ListAsync(account, cancellationToken);
        var defaultId = DefaultPipeline.IdOf(account);
        var all = accounts.Find(account) is { } owner
            && stored.All(pipeline => !string.Equals(pipeline.Id, defaultId, StringComparison.Ordinal))
            ? stored.Append(DefaultPipeline.Of(owner))
            : stored;
        return [.. all
            .Where(pipeline => pipeline.State != PipelineState.Deleted)
            .OrderByDescending(pipeline => pipeline.CreatedAt)
            .ThenBy(pipeline => pipeline.Id, StringComparer.Ordinal)];
    }

    /// <summary>Writes a pipeline; false if another writer interfered.</summary>
    public async Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken)
    {
        var written = await store.WriteAsync(account, pipeline, etag, cancellationToken);
        _trusted.TryRemove((account, pipeline.Id), out _);
        return written;
    }

    private async Task<StoredPipeline?> ReadAsync(string account, string id, CancellationToken cancellationToken)
    {
        var at = time.GetTimestamp();
        var read = await store.FindAsync(account, id, cancellationToken);
        if (read is null
            && string.Equals(id, DefaultPipeline.IdOf(account), StringComparison.Ordinal)
            && accounts.Find(account) is { } owner)
        {
            read = new StoredPipeline(DefaultPipeline.Of(owner), ETag: null);
        }

        if (read is not null)
        {
            _trusted[(account, id)] = (read, at);
        }

        return read;
    }
}

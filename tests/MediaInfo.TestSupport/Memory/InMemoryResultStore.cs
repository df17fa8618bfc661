using System.Collections.Concurrent;
using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Result parts in memory. The first stored content of a part is kept.</summary>
public sealed class InMemoryResultStore : IResultStore
{
    private readonly ConcurrentDictionary<(JobKey Job, ResultPart Part), byte[]> _parts = new();

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>The stored parts of a job, in the order of their numbers.</summary>
    public IReadOnlyList<ResultPart> PartsOf(JobKey job) =>
        [.. _parts.Keys.Where(stored => stored.Job == job).Select(stored => stored.Part).Order()];

    /// <inheritdoc />
    public async Task<bool> AddAsync(
        JobKey job, ResultPart part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        return job.IsLegal
            ? _parts.TryAdd((job, part), content.ToArray())
            : throw new ArgumentException("The job key is invalid", nameof(job));
    }

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<byte>?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        return _parts.TryGetValue((job, part), out var content) ? content : (ReadOnlyMemory<byte>?)null;
    }

    /// <inheritdoc />
    public async Task RemoveAsync(JobKey job, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        foreach (var part in PartsOf(job))
        {
            _parts.TryRemove((job, part), out _);
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
    }
}

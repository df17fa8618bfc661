using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.TestSupport.Memory;

/// <summary>The notes of held jobs in memory. A reader with an outdated ETag does not remove a renewed note.</summary>
public sealed class InMemoryHeldJobs : IHeldJobs
{
    private readonly ConcurrentDictionary<HeldJob, string> _notes = new();
    private long _version;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>Every held job, in no particular order.</summary>
    public IReadOnlyCollection<HeldJob> All => [.. _notes.Keys];

    /// <inheritdoc />
    public async Task<HeldJobNote> AddAsync(HeldJob job, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        var etag = $"\"{Interlocked.Increment(ref _version)}\"";
        _notes[job] = etag;
        return new HeldJobNote(job, etag);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<HeldJobNote> ListAsync(
        string account, string pipelineId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        foreach (var (held, etag) in _notes)
        {
            if (string.Equals(held.Job.Account, account, StringComparison.Ordinal)
                && string.Equals(held.PipelineId, pipelineId, StringComparison.Ordinal))
            {
                yield return new HeldJobNote(held, etag);
            }
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(HeldJobNote note, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        _notes.TryRemove(new KeyValuePair<HeldJob, string>(note.Held, note.ETag));
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
    }
}

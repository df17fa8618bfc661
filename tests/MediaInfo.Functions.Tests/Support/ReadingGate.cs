using System.Collections.Concurrent;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Notes which jobs are read, and can keep or fail a read.</summary>
internal sealed class ReadingGate
{
    private readonly ConcurrentQueue<JobKey> _begun = new();

    /// <summary>The described jobs in the order in which they began; a job read twice is here twice.</summary>
    public IReadOnlyList<JobKey> Begun => [.. _begun];

    /// <summary>Called before each read. Does nothing by default.</summary>
    public Func<JobKey, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Notes the read, and waits until it may go on.</summary>
    public Task PassAsync(JobKey job, CancellationToken cancellationToken)
    {
        _begun.Enqueue(job);
        return Before(job, cancellationToken);
    }
}

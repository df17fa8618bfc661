using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.TestSupport.Memory;

/// <summary>The service's queues in memory.</summary>
public sealed class InMemoryWorkQueues(TimeProvider time) : IWorkQueues
{
    /// <summary>Jobs to run, by their priority.</summary>
    public IReadOnlyDictionary<int, InMemoryWorkQueue> Lanes { get; } = AnalysisJob.Priorities
        .ToDictionary(priority => priority, priority => new InMemoryWorkQueue($"analyses-{priority}", time));

    /// <summary>Tokens.</summary>
    public InMemoryWorkQueue Tokens { get; } = new("analysis-tokens", time);

    /// <summary>Completion messages to deliver.</summary>
    public InMemoryWorkQueue Callbacks { get; } = new("callbacks", time);

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Tokens => Tokens;

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Callbacks => Callbacks;

    /// <inheritdoc />
    public IWorkQueue AnalysesOf(int priority) => Lanes[priority];
}

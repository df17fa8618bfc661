using MediaInfo.Core.Queues;

namespace MediaInfo.TestSupport.Memory;

/// <summary>The service's queues in memory.</summary>
public sealed class InMemoryWorkQueues(TimeProvider time) : IWorkQueues
{
    /// <summary>Jobs to run.</summary>
    public InMemoryWorkQueue Analyses { get; } = new("analyses", time);

    /// <summary>Tokens.</summary>
    public InMemoryWorkQueue Tokens { get; } = new("analysis-tokens", time);

    /// <summary>Completion messages to deliver.</summary>
    public InMemoryWorkQueue Callbacks { get; } = new("callbacks", time);

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Analyses => Analyses;

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Tokens => Tokens;

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Callbacks => Callbacks;
}

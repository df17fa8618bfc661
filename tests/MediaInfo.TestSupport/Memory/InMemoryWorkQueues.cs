using MediaInfo.Core.Queues;

namespace MediaInfo.TestSupport.Memory;

/// <summary>The service's queues in memory.</summary>
public sealed class InMemoryWorkQueues(TimeProvider time) : IWorkQueues
{
    /// <summary>Jobs to run.</summary>
    public InMemoryWorkQueue Analyses { get; } = new("analyses", time, hasPriorities: true);

    /// <summary>Completion messages to deliver.</summary>
    public InMemoryWorkQueue Callbacks { get; } = new("callbacks", time);

    /// <summary>Jobs that their caller's request runs.</summary>
    public InMemoryWorkQueue Calls { get; } = new("calls", time);

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Analyses => Analyses;

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Calls => Calls;

    /// <inheritdoc />
    IWorkQueue IWorkQueues.Callbacks => Callbacks;
}

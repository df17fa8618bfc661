namespace MediaInfo.Core.Queues;

/// <summary>The queues of this service.</summary>
public interface IWorkQueues
{
    /// <summary>Jobs to run.</summary>
    IWorkQueue Analyses { get; }

    /// <summary>
    /// Tokens that make a host check the waiting jobs. For hosts whose triggers listen to a single queue without priorities.
    /// </summary>
    IWorkQueue Tokens { get; }

    /// <summary>Completion messages and events to deliver.</summary>
    IWorkQueue Callbacks { get; }
}

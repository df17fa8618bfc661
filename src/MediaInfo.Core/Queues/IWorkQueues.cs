namespace MediaInfo.Core.Queues;

/// <summary>The queues of this service.</summary>
public interface IWorkQueues
{
    /// <summary>Jobs to run.</summary>
    IWorkQueue Analyses { get; }

    /// <summary>
    /// Tokens that set off a look at the waiting jobs, in a host whose triggers listen to one queue and know no order.
    /// </summary>
    IWorkQueue Tokens { get; }

    /// <summary>Completion messages and events to deliver.</summary>
    IWorkQueue Callbacks { get; }
}

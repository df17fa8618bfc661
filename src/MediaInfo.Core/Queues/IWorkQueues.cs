namespace MediaInfo.Core.Queues;

/// <summary>The queues of this service.</summary>
public interface IWorkQueues
{
    /// <summary>Jobs to run, where the host has no scheduler of its own.</summary>
    IWorkQueue Analyses { get; }

    /// <summary>Completion messages to deliver.</summary>
    IWorkQueue Callbacks { get; }
}

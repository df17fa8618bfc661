namespace MediaInfo.Core.Queues;

/// <summary>The queues of this service.</summary>
public interface IWorkQueues
{
    /// <summary>Jobs to run of one priority. A host takes them through <see cref="PriorityLanes"/>.</summary>
    /// <param name="priority">1 to 10, as <see cref="Jobs.AnalysisJob.Priority"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such priority.</exception>
    IWorkQueue AnalysesOf(int priority);

    /// <summary>Tokens that set off a look at the lanes, in a host whose triggers listen to one queue and know no order.</summary>
    IWorkQueue Tokens { get; }

    /// <summary>Completion messages to deliver.</summary>
    IWorkQueue Callbacks { get; }
}

namespace MediaInfo.Core.Queues;

/// <summary>The queues of this service.</summary>
public interface IWorkQueues
{
    /// <summary>Jobs to run.</summary>
    IWorkQueue Analyses { get; }

    /// <summary>Completion messages and events to deliver.</summary>
    IWorkQueue Callbacks { get; }

    /// <summary>
    /// Jobs that their caller's request runs. A message that becomes visible here is of a request that died or ran out of time;
    /// whoever receives it runs the job. May be one of the other queues.
    /// </summary>
    IWorkQueue Calls { get; }
}

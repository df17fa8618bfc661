using MediaInfo.Core.Queues;

namespace MediaInfo.Storage.Contracts.Queues;

/// <summary>The contract of the queue of completion messages to deliver.</summary>
public abstract class CallbacksContract(StorageRig rig) : WorkQueueContract(rig)
{
    protected override IWorkQueue Queue => Rig.Queues.Callbacks;

    protected override int Priority => 0;
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Storage.Contracts.Queues;

/// <summary>The contract of the queue of jobs to run.</summary>
public abstract class AnalysesContract(StorageRig rig) : WorkQueueContract(rig)
{
    protected override IWorkQueue Queue => Rig.Queues.Analyses;

    protected override int Priority => AnalysisJob.DefaultPriority;
}

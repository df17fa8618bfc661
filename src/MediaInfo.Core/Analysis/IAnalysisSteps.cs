using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Analysis;

/// <summary>The steps of an analysis, as the workflow calls them. Each may run more than once and must be idempotent.</summary>
/// <remarks>A host decides how a step runs: directly, or as a durable activity with retries.</remarks>
public interface IAnalysisSteps
{
    /// <summary>Starts the job and returns what remains to be done.</summary>
    Task<AnalysisPlan> StartAsync(JobKey job);

    /// <summary>Reads containers and streams with ffprobe and stores the description.</summary>
    Task<StepOutcome> ReadStreamsAsync(JobKey job);

    /// <summary>Finds or computes the object's MD5.</summary>
    Task<StepOutcome> DigestAsync(JobKey job);

    /// <summary>Counts the packets of every stream and stores the counts.</summary>
    Task<StepOutcome> CountPacketsAsync(JobKey job);

    /// <summary>Makes the job's pictures and stores them. Needs the stored description.</summary>
    Task<StepOutcome> MakePicturesAsync(JobKey job);

    /// <summary>Runs a recogniser and stores its findings. Needs the stored description.</summary>
    Task<StepOutcome> RecogniseAsync(JobKey job, RecogniserKind recogniser);

    /// <summary>Joins the outcomes and ends the job.</summary>
    Task EndAsync(AnalysisEnding ending);

    /// <summary>Delivers the completion message, or queues its delivery.</summary>
    Task NotifyAsync(JobKey job);
}

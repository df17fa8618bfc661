using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>The end action of a dialect. It replaces the pipeline's completion message when a job ends.</summary>
public interface IJobEnd
{
    /// <summary>The dialect, as in <see cref="AnalysisJob.Dialect"/>.</summary>
    string Dialect { get; }

    /// <summary>Runs the action. It must be idempotent, because a crash repeats it.</summary>
    /// <returns>What to record on the job.</returns>
    /// <exception cref="IOException">The action could not be completed now; it is retried later.</exception>
    Task<CallbackResult> EndAsync(AnalysisJob job, CancellationToken cancellationToken);
}

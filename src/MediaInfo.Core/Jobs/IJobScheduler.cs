namespace MediaInfo.Core.Jobs;

/// <summary>Hands accepted jobs to the host's workers.</summary>
public interface IJobScheduler
{
    /// <summary>
    /// Ensures that the job runs at least once, even after a crash, and before waiting jobs of a lower band. Scheduling a job
    /// twice still gives one outcome.
    /// </summary>
    /// <exception cref="IOException">The job could not be scheduled; do not report it as accepted.</exception>
    Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken);
}

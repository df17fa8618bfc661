namespace MediaInfo.Core.Jobs;

/// <summary>Hands an accepted job to the workers of the host.</summary>
public interface IJobScheduler
{
    /// <summary>
    /// Makes the job run at least once, now or after a crash, before the waiting jobs of lower priority. Scheduling a job twice
    /// runs it to the same single end.
    /// </summary>
    /// <exception cref="IOException">The job could not be scheduled; it must not be answered as accepted.</exception>
    Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken);
}

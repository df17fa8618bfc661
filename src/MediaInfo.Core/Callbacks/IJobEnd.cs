using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>What happens when a job of a dialect ends, in place of its pipeline's completion message.</summary>
public interface IJobEnd
{
    /// <summary>The dialect, as in <see cref="AnalysisJob.Dialect"/>.</summary>
    string Dialect { get; }

    /// <summary>Does it. A crash makes it happen again, and then it changes nothing more.</summary>
    /// <returns>What to note on the job.</returns>
    /// <exception cref="IOException">It could not be done now; it is tried again later.</exception>
    Task<CallbackResult> EndAsync(AnalysisJob job, CancellationToken cancellationToken);
}

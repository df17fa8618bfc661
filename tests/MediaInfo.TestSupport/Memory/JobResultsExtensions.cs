using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Stores results of which a test needs the description alone.</summary>
public static class JobResultsExtensions
{
    /// <summary>Stores a description without ffprobe's report.</summary>
    public static Task AddAsync(
        this JobResults results, JobKey job, ResultPart part, MediaDescription description, CancellationToken cancellationToken) =>
        results.AddAsync(job, part, new AnalysisResult(description), cancellationToken);
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Stores results for tests that need only the description.</summary>
public static class JobResultsExtensions
{
    /// <summary>Stores a description without ffprobe's report.</summary>
    public static Task AddAsync(
        this JobResults results,
        JobKey job,
        ResultPart part,
        MediaDescription description,
        CancellationToken cancellationToken) =>
        results.AddAsync(job, part, new AnalysisResult(description), cancellationToken);
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Library.Events;

/// <summary>Something that happened to an asset.</summary>
/// <param name="Type">What.</param>
/// <param name="Asset">The asset after it.</param>
public sealed record LibraryNews(LibraryEventType Type, Asset Asset)
{
    /// <summary>The job that analysed the asset; null where the news is of something else.</summary>
    public AnalysisJob? Job { get; init; }

    /// <summary>What the analysis found; null where it failed, or the news is of something else.</summary>
    public MediaDescription? Media { get; init; }
}

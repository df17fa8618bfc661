using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Library.Events;

/// <summary>Something that happened to an asset.</summary>
/// <param name="Type">The event type.</param>
/// <param name="Asset">The asset after the event.</param>
public sealed record LibraryNews(LibraryEventType Type, Asset Asset)
{
    /// <summary>The job that analysed the asset, or made something of it; null for events not about a job.</summary>
    public AnalysisJob? Job { get; init; }

    /// <summary>The result of the analysis; null if it failed, or for events not about an analysis.</summary>
    public MediaDescription? Media { get; init; }

    /// <summary>The pictures that were made; null if none were, or for events not about pictures.</summary>
    public FrameSets? Frames { get; init; }
}

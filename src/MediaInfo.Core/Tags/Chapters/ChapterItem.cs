using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>A chapter in a result. It has no headline and no summary, because nothing here understands what is shown.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Start">Where it begins, in milliseconds from the object's beginning.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Cause">Why it begins there. Source: our own.</param>
public sealed record ChapterItem(int Id, long Start, long End, ChapterCause Cause)
{
    /// <summary>A picture of it in the service's own bucket; null if there is none. Source: our own.</summary>
    public ObjectRef? Snapshot { get; init; }
}

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>A chapter that was found.</summary>
/// <param name="From">Where it begins, in seconds from the object's beginning.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Cause">Why it begins there.</param>
public sealed record FoundChapter(double From, double To, ChapterCause Cause);

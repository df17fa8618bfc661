using System.Runtime.InteropServices;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>A place where a chapter could begin.</summary>
/// <param name="Time">Where, in seconds from the object's beginning.</param>
/// <param name="Cause">Why.</param>
/// <param name="Weight">How clear it is, among those with the same cause.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChapterBoundary(double Time, ChapterCause Cause, double Weight);

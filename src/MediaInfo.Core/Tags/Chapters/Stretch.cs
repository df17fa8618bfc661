using System.Runtime.InteropServices;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>A stretch of time in an object.</summary>
/// <param name="From">Where it begins, in seconds from the object's beginning.</param>
/// <param name="To">Where it ends.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(double From, double To);

using System.Runtime.InteropServices;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>A frame that differs much from the one before it.</summary>
/// <param name="Time">Its time, in seconds from the object's beginning.</param>
/// <param name="Score">How much it differs, 0 to 1, as FFmpeg's filter "select" measures it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SceneChange(double Time, double Score);

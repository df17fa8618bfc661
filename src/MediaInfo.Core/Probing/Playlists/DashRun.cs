using System.Runtime.InteropServices;

namespace MediaInfo.Core.Probing.Playlists;

/// <summary>An S of a SegmentTimeline: segments of one length, one after the other.</summary>
/// <param name="Start">Time of the first; null where it follows the run before.</param>
/// <param name="Duration">Length of each.</param>
/// <param name="Repeats">How many follow the first; below 0 when that has to be calculated.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DashRun(long? Start, long Duration, long Repeats);

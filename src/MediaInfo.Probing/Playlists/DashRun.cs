using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Playlists;

/// <summary>An S element of a SegmentTimeline: consecutive segments of equal duration.</summary>
/// <param name="Start">Time of the first; null if it follows the previous run.</param>
/// <param name="Duration">Duration of each.</param>
/// <param name="Repeats">How many follow the first; negative if that must be calculated.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DashRun(long? Start, long Duration, long Repeats);

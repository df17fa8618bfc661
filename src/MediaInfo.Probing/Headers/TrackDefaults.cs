using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Headers;

/// <summary>Duration and size of samples that do not state their own (trex, tfhd); null if unknown.</summary>
/// <param name="Duration">Ticks of the track.</param>
/// <param name="Size">Bytes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrackDefaults(uint? Duration, uint? Size);

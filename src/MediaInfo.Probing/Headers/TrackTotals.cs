namespace MediaInfo.Probing.Headers;

/// <summary>What the fragments of an MP4 hold of one track.</summary>
/// <param name="Frames">Number of samples.</param>
/// <param name="Bytes">Their bytes; null if a fragment does not state them.</param>
/// <param name="Ticks">Their duration in ticks of the track; null if a fragment does not state it.</param>
public sealed record TrackTotals(long Frames, long? Bytes, long? Ticks);

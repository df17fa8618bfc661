namespace MediaInfo.Probing.Headers;

/// <summary>The length of an Ogg file by its pages.</summary>
/// <param name="Links">How many chained streams there are; at least that many if not all pages were read.</param>
/// <param name="Duration">Seconds of all links together.</param>
/// <param name="IsEstimate">Whether the end was not read, so that the duration is an estimate from the size.</param>
public sealed record OggFacts(int Links, decimal Duration, bool IsEstimate);

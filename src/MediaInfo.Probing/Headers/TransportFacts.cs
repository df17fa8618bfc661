namespace MediaInfo.Probing.Headers;

/// <summary>The length of a transport stream by its clock (PCR).</summary>
/// <param name="Duration">Seconds, without the jumps.</param>
/// <param name="HasJumps">Whether the clock jumps.</param>
public sealed record TransportFacts(decimal Duration, bool HasJumps);

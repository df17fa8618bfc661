namespace MediaInfo.Probing.Headers;

/// <summary>The length of a transport stream by its clock (PCR), where the clock jumps.</summary>
/// <param name="Duration">Seconds, without the jumps.</param>
public sealed record TransportFacts(decimal Duration);

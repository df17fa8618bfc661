namespace MediaInfo.Standalone.Commands;

/// <summary>What is read beyond the headers.</summary>
/// <param name="Packets">Whether every packet is counted.</param>
/// <param name="Digest">Whether the MD5 is computed.</param>
internal sealed record ProbePlan(bool Packets, bool Digest);

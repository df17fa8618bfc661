namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A request that is not as it should be.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Call">The same as a request, where it still is one that HTTP allows; else null.</param>
/// <param name="What">What was done to it.</param>
internal sealed record Mutant(byte[] Bytes, RawCall? Call, string What);

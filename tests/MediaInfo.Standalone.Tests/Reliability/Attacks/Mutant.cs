namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A malformed request.</summary>
/// <param name="Bytes">The bytes to send.</param>
/// <param name="Call">The same as a request if it is still valid HTTP; otherwise null.</param>
/// <param name="What">A description of the mutation.</param>
internal sealed record Mutant(byte[] Bytes, RawCall? Call, string What);

namespace MediaInfo.Standalone.Connections;

/// <summary>Limits on what callers may use of a listener.</summary>
/// <param name="All">Maximum concurrent connections.</param>
/// <param name="OfAddress">Maximum concurrent connections from one address.</param>
/// <param name="Head">Time limit for the head of a connection's first request.</param>
public sealed record ConnectionLimits(int All, int OfAddress, TimeSpan Head);

namespace MediaInfo.Standalone.Connections;

/// <summary>What callers may take of a listener.</summary>
/// <param name="All">Connections at the same time.</param>
/// <param name="OfAddress">Those of one address.</param>
/// <param name="Head">How long the head of a connection's first request may take to come.</param>
public sealed record ConnectionLimits(int All, int OfAddress, TimeSpan Head);

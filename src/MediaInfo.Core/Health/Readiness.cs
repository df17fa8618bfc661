namespace MediaInfo.Core.Health;

/// <summary>The outcome of a check.</summary>
/// <param name="IsReady">Whether it can be worked with.</param>
/// <param name="Detail">What was found, or what is wrong, in a sentence without secrets.</param>
public sealed record Readiness(bool IsReady, string Detail);

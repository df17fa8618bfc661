namespace MediaInfo.Core.Health;

/// <summary>The outcome of a readiness check.</summary>
/// <param name="IsReady">Whether the dependency can be used.</param>
/// <param name="Detail">What was found, or what is wrong, in one sentence without secrets.</param>
public sealed record Readiness(bool IsReady, string Detail);

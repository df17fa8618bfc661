using MediaInfo.Core.Health;

namespace MediaInfo.Api.Gateway;

/// <summary>The answer to whether the process can work.</summary>
/// <param name="Status">"ready" or "unavailable".</param>
/// <param name="Checks">What each check found, by its name; null for those who present no key.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, Readiness>? Checks);

using MediaInfo.Core.Health;

namespace MediaInfo.Api.Gateway;

/// <summary>The response to the readiness check.</summary>
/// <param name="Status">"ready" or "unavailable".</param>
/// <param name="Version">The build's version; see <see cref="Core.Telemetry.ProductVersion"/>.</param>
/// <param name="Checks">Each check's result, by name; null for callers without the key.</param>
internal sealed record HealthAnswer(string Status, string Version, IReadOnlyDictionary<string, Readiness>? Checks);

namespace MediaInfo.Api.Mps.Wire;

/// <summary>The wrapped list of ids.</summary>
/// <param name="String">The ids.</param>
public sealed record IdList(IReadOnlyList<string> String);

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of ids. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <param name="String">The ids.</param>
public sealed record IdList(IReadOnlyList<string> String);

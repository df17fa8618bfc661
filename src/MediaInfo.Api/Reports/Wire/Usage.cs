namespace MediaInfo.Api.Reports.Wire;

/// <summary>What a job read.</summary>
/// <param name="Requests">Requests to storage.</param>
/// <param name="Bytes">Bytes from storage.</param>
/// <param name="Milliseconds">Wall time.</param>
public sealed record Usage(int Requests, long Bytes, long Milliseconds);

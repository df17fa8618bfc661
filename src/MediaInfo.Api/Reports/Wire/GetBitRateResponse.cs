namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetBitRate.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Interval">The length of an interval in seconds: 0.25, doubled until 600 of them hold the file.</param>
/// <param name="Duration">Seconds from the file's start to the end of what is shown last.</param>
/// <param name="Streams">The first 32 streams that have packets with times.</param>
public sealed record GetBitRateResponse(
    string RequestId, decimal Interval, decimal Duration, IReadOnlyList<StreamRates> Streams);

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>
/// A video stream's demands on a network. Live responses of the service have it as an empty object. Source:
/// "QueryMediaInfoJobList", response elements. Our definition: <see href="../report.md#network-cost">network cost</see>.
/// </summary>
/// <remarks>A member is absent if the packets were not read.</remarks>
public sealed record NetworkCost
{
    /// <summary>Seconds, 3 decimals, rounded up: the shortest start-up delay at the average rate.</summary>
    /// <example>"0.520"</example>
    public string? PreloadTime { get; init; }

    /// <summary>kbit/s, 3 decimals, truncated.</summary>
    /// <example>"1033.127"</example>
    public string? AvgBitrate { get; init; }

    /// <summary>kbit/s of the peak second, 3 decimals, truncated.</summary>
    /// <example>"1480.904"</example>
    public string? CostBandwidth { get; init; }
}

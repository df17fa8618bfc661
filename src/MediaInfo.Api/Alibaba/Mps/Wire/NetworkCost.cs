namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A video stream's demands on a network. Live responses of the service have it as an empty object.</summary>
public sealed record NetworkCost
{
    /// <summary>Seconds, 3 decimals, rounded up: the shortest start-up delay at the average rate.</summary>
    public string? PreloadTime { get; init; }

    /// <summary>kbit/s, 3 decimals, truncated.</summary>
    public string? AvgBitrate { get; init; }

    /// <summary>kbit/s of the peak second, 3 decimals, truncated.</summary>
    public string? CostBandwidth { get; init; }
}

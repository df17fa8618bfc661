namespace MediaInfo.Api.Mps.Wire;

/// <summary>What a video stream asks of a network. Live responses of the service carry it as an empty object.</summary>
public sealed record NetworkCost
{
    /// <summary>Seconds, 3 decimals, rounded up: the shortest start-up delay at the average rate.</summary>
    public string? PreloadTime { get; init; }

    /// <summary>kbit/s, 3 decimals, cut off.</summary>
    public string? AvgBitrate { get; init; }

    /// <summary>kbit/s of the fullest second, 3 decimals, cut off.</summary>
    public string? CostBandwidth { get; init; }
}

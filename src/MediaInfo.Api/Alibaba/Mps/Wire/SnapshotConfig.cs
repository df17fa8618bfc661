namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The settings of a snapshot job, as submitted. Source: "SubmitSnapshotJob", response elements.</summary>
/// <remarks>A member is absent if the call had none.</remarks>
public sealed record SnapshotConfig
{
    /// <summary>Where the snapshots, or the WebVTT file, are written.</summary>
    public required SnapshotOutputFile OutputFile { get; init; }

    /// <summary>Where the sprites are written; a job with it makes sprites.</summary>
    public SnapshotOutputFile? TileOutputFile { get; init; }

    /// <summary>The time of the first frame in milliseconds; 0 by default.</summary>
    public string? Time { get; init; }

    /// <summary>Seconds from frame to frame; 0 spreads them evenly. 10 by default if there is a Num.</summary>
    public string? Interval { get; init; }

    /// <summary>How many frames to take at most; without it, and with an Interval, until the end.</summary>
    public string? Num { get; init; }

    /// <summary>The width of a snapshot in pixels, 8 to 4,096.</summary>
    public string? Width { get; init; }

    /// <summary>The height of a snapshot in pixels, 8 to 4,096.</summary>
    public string? Height { get; init; }

    /// <summary>intra for key frames, the default; normal for exact ones.</summary>
    public string? FrameType { get; init; }

    /// <summary>The grid of the sprites.</summary>
    public TileOut? TileOut { get; init; }
}

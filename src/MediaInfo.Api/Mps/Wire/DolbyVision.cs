namespace MediaInfo.Api.Mps.Wire;

/// <summary>The Dolby Vision configuration. Source: "QueryMediaInfoJobList", response elements.</summary>
public sealed record DolbyVision
{
    /// <summary>dv_profile; "" without one.</summary>
    public required string Profile { get; init; }

    /// <summary>dv_level; "" without one.</summary>
    public required string Level { get; init; }
}

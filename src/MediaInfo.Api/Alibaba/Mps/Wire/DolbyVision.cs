namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The Dolby Vision configuration. Source: "QueryMediaInfoJobList", response elements.</summary>
public sealed record DolbyVision
{
    /// <summary>dv_profile; "" if there is none.</summary>
    public string Profile { get; init; } = "";

    /// <summary>dv_level; "" if there is none.</summary>
    public string Level { get; init; } = "";
}

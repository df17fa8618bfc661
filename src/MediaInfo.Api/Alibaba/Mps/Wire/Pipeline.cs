namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A pipeline. Source: the models of AddPipeline, QueryPipelineList and SearchPipeline.</summary>
public sealed record Pipeline
{
    /// <summary>The pipeline's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Active or Paused.</summary>
    public required string State { get; init; }

    /// <summary>The kind of pipeline.</summary>
    public required string Speed { get; init; }

    /// <summary>The level of that kind.</summary>
    public int? SpeedLevel { get; init; }

    /// <summary>The role.</summary>
    public string? Role { get; init; }

    /// <summary>When it was created; only in SearchPipeline, and not for the default pipeline, which always existed.</summary>
    public string? CreationTime { get; init; }

    /// <summary>Where its messages go.</summary>
    public NotifyConfig? NotifyConfig { get; init; }
}

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A pipeline. Source: the models of AddPipeline, QueryPipelineList and SearchPipeline.</summary>
/// <remarks>A member is absent if it was not set.</remarks>
public sealed record Pipeline
{
    /// <summary>The pipeline's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Active or Paused.</summary>
    public required string State { get; init; }

    /// <summary>The kind of pipeline. It changes nothing.</summary>
    public required string Speed { get; init; }

    /// <summary>The level of that kind, 1 to 3; absent if none was set, and in the answer of UpdatePipeline.</summary>
    public int? SpeedLevel { get; init; }

    /// <summary>The role. It changes nothing.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// When it was created: ISO 8601, UTC, whole seconds; absent outside SearchPipeline, and of the default pipeline.
    /// </summary>
    public string? CreationTime { get; init; }

    /// <summary>Where its messages go.</summary>
    public NotifyConfig? NotifyConfig { get; init; }
}

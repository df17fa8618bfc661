using MediaInfo.Api.Alibaba.Ims.Wire;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>A snapshot job in a list. Source: "ListSnapshotJobs", response elements.</summary>
public sealed record ListedSnapshotJob
{
    /// <summary>The job's id.</summary>
    public required string JobId { get; init; }

    /// <summary>Always "API": there is no console and no workflow here.</summary>
    public required string TriggerSource { get; init; }

    /// <summary>The caller's name for it; absent if the submit call had none.</summary>
    public string? Name { get; init; }

    /// <summary>Normal, Sprite, WebVtt or Cover; absent for the pictures of an asset, which are of several types.</summary>
    public string? Type { get; init; }

    /// <summary>The input as submitted.</summary>
    public required JobInput Input { get; init; }

    /// <summary>The output as submitted; absent for the pictures of an asset.</summary>
    public JobInput? Output { get; init; }

    /// <summary>
    /// How many frames were taken; until it succeeds, how many were ordered. Absent while that depends on the duration.
    /// </summary>
    public int? Count { get; init; }

    /// <summary>Always true.</summary>
    public required bool Async { get; init; }

    /// <summary>The template's id; absent for the pictures of an asset.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The effective pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>Init, Success or Fail.</summary>
    public required string Status { get; init; }

    /// <summary>When it was submitted: ISO 8601, UTC, whole seconds.</summary>
    public required string SubmitTime { get; init; }

    /// <summary>When it ended, in the same form; absent until then.</summary>
    public string? FinishTime { get; init; }

    /// <summary>The same as SubmitTime.</summary>
    public required string CreateTime { get; init; }

    /// <summary>When it ended, or else when a worker last began it, or else when it was submitted.</summary>
    public required string ModifiedTime { get; init; }
}

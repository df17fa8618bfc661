using MediaInfo.Api.Alibaba.Rpc.Wire;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>A snapshot job. Source: "GetSnapshotJob", response elements.</summary>
public sealed record SnapshotJob
{
    /// <summary>The job's id.</summary>
    public required string JobId { get; init; }

    /// <summary>Always "API": there is no console and no workflow here.</summary>
    public required string TriggerSource { get; init; }

    /// <summary>The caller's name for it; absent if the submit call had none.</summary>
    public string? Name { get; init; }

    /// <summary>Normal, Sprite, WebVtt or Cover; absent for the pictures of an asset, which are of several types.</summary>
    public string? Type { get; init; }

    /// <summary>The input.</summary>
    public required SnapshotFile Input { get; init; }

    /// <summary>The output; absent for the pictures of an asset, which lie in the service's own bucket.</summary>
    public SnapshotFile? Output { get; init; }

    /// <summary>
    /// How many frames were taken; until it succeeds, how many were ordered. Absent while that depends on the duration.
    /// </summary>
    public int? Count { get; init; }

    /// <summary>Always true.</summary>
    public required bool Async { get; init; }

    /// <summary>The template's id; absent for the pictures of an asset.</summary>
    public string? TemplateId { get; init; }

    /// <summary>
    /// The settings in effect as JSON text: the template's, with those of the call over them; absent for the pictures of an
    /// asset.
    /// </summary>
    public string? TemplateConfig { get; init; }

    /// <summary>The effective pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>Init, Success or Fail.</summary>
    public required string Status { get; init; }

    /// <summary>Our extension: how much is done, in percent; absent before the first is known, and after the end.</summary>
    /// <example>40</example>
    public int? Progress { get; init; }

    /// <summary>Why it failed, as a code of <see href="#failed-jobs">failed jobs</see>; absent unless it did.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed, as the vendor's sentence; absent unless it did.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Our extension: the <see href="../failures.md">reason's name</see> and what happened; absent unless it failed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Our extension: what reading the object cost; absent until the job has ended.</summary>
    public ReadingCost? ProbeUsage { get; init; }

    /// <summary>When it was submitted: ISO 8601, UTC, whole seconds.</summary>
    public required string SubmitTime { get; init; }

    /// <summary>When it ended, in the same form; absent until then.</summary>
    public string? FinishTime { get; init; }

    /// <summary>The caller's own data; absent if the submit call had none.</summary>
    public string? UserData { get; init; }

    /// <summary>The same as SubmitTime.</summary>
    public required string CreateTime { get; init; }

    /// <summary>When it ended, or else when a worker last began it, or else when it was submitted.</summary>
    public required string ModifiedTime { get; init; }
}

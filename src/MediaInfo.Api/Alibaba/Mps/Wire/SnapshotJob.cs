using MediaInfo.Api.Alibaba.Rpc.Wire;

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A snapshot job. Source: "QuerySnapshotJobList", response elements.</summary>
public sealed record SnapshotJob
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>Submitted, Snapshoting, Success or Fail.</summary>
    public required string State { get; init; }

    /// <summary>When it was submitted: ISO 8601, UTC, whole seconds.</summary>
    public required string CreationTime { get; init; }

    /// <summary>The effective pipeline.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The caller's own data; absent if the submit call had none.</summary>
    public string? UserData { get; init; }

    /// <summary>The input as submitted; absent if an earlier version stored the job in another form.</summary>
    public JobInput? Input { get; init; }

    /// <summary>The settings as submitted; absent if an earlier version stored the job in another form.</summary>
    public SnapshotConfig? SnapshotConfig { get; init; }

    /// <summary>How many frames were taken; absent until it succeeds.</summary>
    public string? Count { get; init; }

    /// <summary>How many sprites were made; absent until it succeeds, and if it makes none.</summary>
    public string? TileCount { get; init; }

    /// <summary>Our extension: how much is done, in percent; absent before the first is known, and after the end.</summary>
    /// <example>"40"</example>
    public string? Progress { get; init; }

    /// <summary>Why it failed, as a code of <see href="#failed-jobs">failed jobs</see>; absent unless it did.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed, as the vendor's sentence; absent unless it did.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Our extension: the <see href="../failures.md">reason's name</see> and what happened; absent unless it failed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The result of delivering its completion message; absent until that is known, and in the answer to a submit call.
    /// </summary>
    public MnsMessageResult? MNSMessageResult { get; init; }

    /// <summary>Our extension: what reading the object cost; absent until the job has ended.</summary>
    public ReadingCost? ProbeUsage { get; init; }
}

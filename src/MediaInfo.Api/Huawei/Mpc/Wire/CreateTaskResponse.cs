using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>The response to a task request.</summary>
public sealed record CreateTaskResponse
{
    /// <summary>The task's id: decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>The task's state.</summary>
    public required string Status { get; init; }

    /// <summary>When it was accepted: yyyyMMddHHmmss, UTC.</summary>
    public required string CreateTime { get; init; }

    /// <summary>The output as sent; null if none was requested.</summary>
    public ObsObjInfo? Output { get; init; }

    /// <summary>The name of the output file; null if none was requested.</summary>
    public string? OutputFileName { get; init; }

    /// <summary>Why the task failed; null unless it did.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How the task ended, as the vendor's sentence; null until then.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Our extension: the <see href="../failures.md">reason's name</see> and what happened; null unless the task failed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The media's properties; null unless the task succeeded.</summary>
    public MetaData? Metadata { get; init; }

    /// <summary>What reading the object cost; null until the task ends. Our extension: the vendor's SDKs ignore it.</summary>
    public ProbeUsage? ProbeUsage { get; init; }
}

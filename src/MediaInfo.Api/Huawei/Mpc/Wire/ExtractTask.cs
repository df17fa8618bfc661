using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>A task. Times are yyyyMMddHHmmss in UTC. Source: "Querying Video Parsing Tasks", response elements.</summary>
public sealed record ExtractTask
{
    /// <summary>The task's id: decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>INIT, WAITING, PROCESSING, SUCCEED, FAILED or CANCELED.</summary>
    public required string Status { get; init; }

    /// <summary>When it was accepted.</summary>
    public required string CreateTime { get; init; }

    /// <summary>When a worker started on it; null until then.</summary>
    public string? StartTime { get; init; }

    /// <summary>When it ended; null until then.</summary>
    public string? EndTime { get; init; }

    /// <summary>Why it failed, as a code of <see href="#failed-jobs">failed jobs</see>; null unless it did.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How it ended, as the vendor's sentence; null until then, and if it was canceled.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Our extension: the <see href="../failures.md">reason's name</see> and what happened; null unless it failed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The caller's own data; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The input as sent; null if an earlier version stored the task in another form.</summary>
    public ObsObjInfo? Input { get; init; }

    /// <summary>The output as sent; null if none was requested.</summary>
    public ObsObjInfo? Output { get; init; }

    /// <summary>The media's properties; null unless the task succeeded.</summary>
    public MetaData? Metadata { get; init; }

    /// <summary>What reading the object cost; null until the task ends. Our extension: the vendor's SDKs ignore it.</summary>
    public ProbeUsage? ProbeUsage { get; init; }
}

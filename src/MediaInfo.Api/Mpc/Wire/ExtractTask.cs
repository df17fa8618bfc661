using MediaInfo.Core.Probing;

namespace MediaInfo.Api.Mpc.Wire;

/// <summary>A task. Times are yyyyMMddHHmmss in UTC.</summary>
public sealed record ExtractTask
{
    /// <summary>The task's id: decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>WAITING, PROCESSING, SUCCEED, FAILED or CANCELED.</summary>
    public required string Status { get; init; }

    /// <summary>When it was accepted.</summary>
    public required string CreateTime { get; init; }

    /// <summary>When a worker began; null before.</summary>
    public string? StartTime { get; init; }

    /// <summary>When it ended; null before.</summary>
    public string? EndTime { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How it ended, in a sentence; null before.</summary>
    public string? Description { get; init; }

    /// <summary>The caller's own data; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The input as it was sent.</summary>
    public ObsObjInfo? Input { get; init; }

    /// <summary>The output as it was sent; null where none is wanted.</summary>
    public ObsObjInfo? Output { get; init; }

    /// <summary>What the object is; null unless the task succeeded.</summary>
    public MetaData? Metadata { get; init; }

    /// <summary>What reading the object cost; null before the task ended. An extension of this service: the vendor's SDKs pass over it.</summary>
    public ProbeUsage? ProbeUsage { get; init; }
}

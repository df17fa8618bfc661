using MediaInfo.Core.Probing;

namespace MediaInfo.Api.Mpc.Wire;

/// <summary>The answer to a request for a task.</summary>
public sealed record CreateTaskResponse
{
    /// <summary>The task's id: decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>Where the task stands.</summary>
    public required string Status { get; init; }

    /// <summary>When it was accepted: yyyyMMddHHmmss, UTC.</summary>
    public required string CreateTime { get; init; }

    /// <summary>The output as it was sent; null where none is wanted.</summary>
    public ObsObjInfo? Output { get; init; }

    /// <summary>The name of the output file; null where none is wanted.</summary>
    public string? OutputFileName { get; init; }

    /// <summary>Why the task failed; null unless it did.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How the task ended, in a sentence; null before.</summary>
    public string? Description { get; init; }

    /// <summary>What the object is; null unless the task succeeded.</summary>
    public MetaData? Metadata { get; init; }

    /// <summary>What reading the object cost; null before the task ended. An extension of this service: the vendor's SDKs pass over it.</summary>
    public ProbeUsage? ProbeUsage { get; init; }
}

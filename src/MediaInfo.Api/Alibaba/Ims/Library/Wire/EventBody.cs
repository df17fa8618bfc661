namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// An event's content. Every value is text; members that do not apply are omitted. Source: "Event list" of Intelligent Media
/// Services.
/// </summary>
/// <remarks>A member is absent if its event has no such value.</remarks>
public sealed record EventBody
{
    /// <summary>Success or Fail.</summary>
    public required string Status { get; init; }

    /// <summary>The asset's id.</summary>
    public required string MediaId { get; init; }

    /// <summary>video, audio, image or text; null while unknown.</summary>
    public string? MediaType { get; init; }

    /// <summary>The object's address as registered.</summary>
    public required string InputURL { get; init; }

    /// <summary>MediaBaseChangeComplete: "update".</summary>
    public string? OperateMode { get; init; }

    /// <summary>DeleteMediaComplete: "all".</summary>
    public string? DeleteType { get; init; }

    /// <summary>VideoAnalysisComplete: bytes.</summary>
    public string? Size { get; init; }

    /// <summary>VideoAnalysisComplete: seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>VideoAnalysisComplete: kbit/s, 3 decimals, truncated.</summary>
    public string? Bitrate { get; init; }

    /// <summary>VideoAnalysisComplete: width in pixels.</summary>
    public string? Width { get; init; }

    /// <summary>VideoAnalysisComplete: height in pixels.</summary>
    public string? Height { get; init; }

    /// <summary>VideoAnalysisComplete: frames/s.</summary>
    public string? Fps { get; init; }

    /// <summary>SnapshotComplete and MediaAiAnalysisComplete: the job.</summary>
    public string? JobId { get; init; }

    /// <summary>SnapshotComplete: the pictures that were made; null if the job failed.</summary>
    public IReadOnlyList<SnapshotInfo>? SnapshotInfos { get; init; }

    /// <summary>Why the analysis, or the job, failed; null unless it did.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The same as the vendor's sentence.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Our extension: the reason's name and what happened; null unless it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The owner's own data.</summary>
    public string? UserData { get; init; }
}

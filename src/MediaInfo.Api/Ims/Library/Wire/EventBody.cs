namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>What an event tells; every value is text, and what the event is not about is left out.</summary>
public sealed record EventBody
{
    /// <summary>Success or Fail.</summary>
    public required string Status { get; init; }

    /// <summary>The asset's id.</summary>
    public required string MediaId { get; init; }

    /// <summary>video, audio, image or text; null while nobody knows.</summary>
    public string? MediaType { get; init; }

    /// <summary>The object's address as it was registered.</summary>
    public required string InputURL { get; init; }

    /// <summary>MediaBaseChangeComplete: "update".</summary>
    public string? OperateMode { get; init; }

    /// <summary>DeleteMediaComplete: "all".</summary>
    public string? DeleteType { get; init; }

    /// <summary>VideoAnalysisComplete: bytes.</summary>
    public string? Size { get; init; }

    /// <summary>VideoAnalysisComplete: seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>VideoAnalysisComplete: kbit/s, 3 decimals, cut off.</summary>
    public string? Bitrate { get; init; }

    /// <summary>VideoAnalysisComplete: pixels across.</summary>
    public string? Width { get; init; }

    /// <summary>VideoAnalysisComplete: pixels down.</summary>
    public string? Height { get; init; }

    /// <summary>VideoAnalysisComplete: frames/s.</summary>
    public string? Fps { get; init; }

    /// <summary>Why the analysis failed; null unless it did.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The same in a sentence.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The owner's own data.</summary>
    public string? UserData { get; init; }
}

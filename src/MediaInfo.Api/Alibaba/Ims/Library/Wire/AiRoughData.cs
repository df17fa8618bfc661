namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>What was recognised in an asset. Source: "GetMediaInfo", response elements.</summary>
/// <remarks>AiCategory and SaveType are omitted: this service sorts assets into no categories, and into no index.</remarks>
public sealed record AiRoughData
{
    /// <summary>The address of the file with the results, signed; null if there is none.</summary>
    public string? Result { get; init; }

    /// <summary>Analyzing, AnalyzeSuccess or AnalyzeFailed.</summary>
    public required string Status { get; init; }

    /// <summary>The job.</summary>
    public required string AiJobId { get; init; }

    /// <summary>The job with its results.</summary>
    public required StandardSmartTagJob StandardSmartTagJob { get; init; }
}

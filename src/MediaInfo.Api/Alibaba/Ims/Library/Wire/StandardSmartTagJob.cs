using MediaInfo.Api.Alibaba.Ims.Tags.Wire;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>A tag job of an asset. Source: "GetMediaInfo", response elements.</summary>
public sealed record StandardSmartTagJob
{
    /// <summary>The job.</summary>
    public required string AiJobId { get; init; }

    /// <summary>Analyzing, AnalyzeSuccess or AnalyzeFailed.</summary>
    public required string Status { get; init; }

    /// <summary>
    /// The signed address, valid for AuthTimeout, of a JSON file with the list that Results would have; absent until the job has
    /// succeeded, and if ReturnDetailedInfo asks for Results.
    /// </summary>
    public string? ResultUrl { get; init; }

    /// <summary>What was found; absent unless ReturnDetailedInfo asks for it, and until the job has succeeded.</summary>
    public IReadOnlyList<SmarttagResult>? Results { get; init; }
}

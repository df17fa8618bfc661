using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Media;

/// <summary>A chapter.</summary>
public sealed record Chapter
{
    /// <summary>The container's id for the chapter.</summary>
    public long? Id { get; init; }

    /// <summary>Start time in seconds, 6 decimals.</summary>
    public decimal? StartTime { get; init; }

    /// <summary>End time in seconds, 6 decimals.</summary>
    public decimal? EndTime { get; init; }

    /// <summary>The title tag.</summary>
    public string? Title { get; init; }

    /// <summary>The chapter's tags.</summary>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;
}

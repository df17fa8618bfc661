using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Media;

/// <summary>
/// A chapter. Source: ffprobe's chapters;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record Chapter
{
    /// <summary>The container's id for the chapter.</summary>
    /// <example>1</example>
    public long? Id { get; init; }

    /// <summary>Start time in seconds, 6 decimals.</summary>
    /// <example>0.000000</example>
    public decimal? StartTime { get; init; }

    /// <summary>End time in seconds, 6 decimals.</summary>
    /// <example>12.500000</example>
    public decimal? EndTime { get; init; }

    /// <summary>The title tag.</summary>
    /// <example>"Intro"</example>
    public string? Title { get; init; }

    /// <summary>The chapter's tags.</summary>
    /// <example>{"title": "Intro"}</example>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;
}

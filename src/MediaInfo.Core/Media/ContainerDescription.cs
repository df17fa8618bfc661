using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>A media file's container.</summary>
public sealed record ContainerDescription
{
    /// <summary>ffprobe's format_name, such as "mov,mp4,m4a,3gp,3g2,mj2"; HLS is "hls,applehttp", as the vendors say.</summary>
    public string? FormatName { get; init; }

    /// <summary>ffprobe's format_long_name, such as "QuickTime / MOV".</summary>
    public string? FormatLongName { get; init; }

    /// <summary>Seconds with 6 decimals; may be negative.</summary>
    public decimal? StartTime { get; init; }

    /// <summary>Seconds with 6 decimals.</summary>
    public decimal? Duration { get; init; }

    /// <summary>bit/s of the whole; of HLS and DASH that of the segments, never of the playlist.</summary>
    public long? BitRate { get; init; }

    /// <summary>Bytes of the object; of HLS those of the playlist itself.</summary>
    public long? Size { get; init; }

    /// <summary>Number of programs; 0 where the container knows none.</summary>
    public int? ProgramCount { get; init; }

    /// <summary>Number of streams.</summary>
    public int? StreamCount { get; init; }

    /// <summary>How sure ffprobe is of the format, 0 to 100.</summary>
    public int? ProbeScore { get; init; }

    /// <summary>The container's tags.</summary>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;

    /// <summary>Whether this is a picture file: FFmpeg's image demuxers are "image2", "gif", "apng" and "*_pipe".</summary>
    [JsonIgnore]
    public bool IsImage =>
        FormatName is "image2" or "gif" or "apng" || FormatName?.EndsWith("_pipe", StringComparison.Ordinal) == true;
}

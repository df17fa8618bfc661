using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>
/// A media file's container. Source: ffprobe's format;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record ContainerDescription
{
    /// <summary>
    /// ffprobe's format_name, such as "mov,mp4,m4a,3gp,3g2,mj2"; for HLS "hls,applehttp", as the vendors report it.
    /// </summary>
    public string? FormatName { get; init; }

    /// <summary>ffprobe's format_long_name, such as "QuickTime / MOV".</summary>
    public string? FormatLongName { get; init; }

    /// <summary>Start time in seconds, 6 decimals; may be negative.</summary>
    public decimal? StartTime { get; init; }

    /// <summary>Duration in seconds, 6 decimals.</summary>
    public decimal? Duration { get; init; }

    /// <summary>Overall bit rate in bit/s; for HLS and DASH that of the segments, never of the playlist.</summary>
    public long? BitRate { get; init; }

    /// <summary>Size of the object in bytes; for HLS that of the playlist itself.</summary>
    public long? Size { get; init; }

    /// <summary>Number of programs; 0 if the container has none.</summary>
    public int? ProgramCount { get; init; }

    /// <summary>Number of streams.</summary>
    public int? StreamCount { get; init; }

    /// <summary>ffprobe's confidence in the detected format, 0 to 100.</summary>
    public int? ProbeScore { get; init; }

    /// <summary>
    /// How the media is encrypted, as the container names it: "AES-128" or "SAMPLE-AES" of HLS, "cenc" or "cbcs" of MP4,
    /// "AES-CTR" of WebM, "WMDRM" of ASF, or just "encrypted". Null if nothing says that it is.
    /// </summary>
    public string? Encryption { get; init; }

    /// <summary>True if the media is encrypted; null if nothing says that it is.</summary>
    public bool? Encrypted => Encryption is null ? null : true;

    /// <summary>
    /// True if the presentation is still growing, so that its duration is not known: an HLS playlist without an end, or a
    /// dynamic DASH manifest. Null for everything else.
    /// </summary>
    /// <example>true</example>
    public bool? Live { get; init; }

    /// <summary>
    /// True if only some of the file's many fragments were read, those at its start and at its end: then bit rates of streams
    /// are those of the fragments that were read. Null for everything else.
    /// </summary>
    /// <example>true</example>
    public bool? PartlyRead { get; init; }

    /// <summary>The container's tags.</summary>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;

    /// <summary>
    /// Whether this is an image file: FFmpeg's image demuxers are "image2", "gif", "apng" and "*_pipe", and HEIF pictures say
    /// so by their brand (ISO/IEC 23008-12).
    /// </summary>
    [JsonIgnore]
    public bool IsImage =>
        FormatName is "image2" or "gif" or "apng"
        || FormatName?.EndsWith("_pipe", StringComparison.Ordinal) == true
        || (FormatName?.StartsWith("mov,", StringComparison.Ordinal) == true && IsImageBrand(Tags.Find("major_brand")));

    private static bool IsImageBrand(string? brand) => brand is
        "mif1" or "mif2" or "msf1" or "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "avif" or "avis" or "jpeg";
}

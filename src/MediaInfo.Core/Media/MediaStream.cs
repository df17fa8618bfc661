using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Media;

/// <summary>The properties common to all streams.</summary>
public abstract record MediaStream
{
    /// <summary>Stream index in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The container's id for the stream, such as "0x1" or "0x100" (a PID).</summary>
    public string? Id { get; init; }

    /// <summary>ffprobe's codec_name, such as "hevc"; derived from the sample entry's tag if ffprobe reports none.</summary>
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    public string? CodecLongName { get; init; }

    /// <summary>The codec's profile, such as "High" or "LC".</summary>
    public string? Profile { get; init; }

    /// <summary>The container's codec tag as text: "avc1", "[27][0][0][0]".</summary>
    public string? CodecTagString { get; init; }

    /// <summary>The container's codec tag as a number: "0x31637661".</summary>
    public string? CodecTag { get; init; }

    /// <summary>
    /// The codec's time base. ffprobe no longer prints it, so it is derived here as older versions derived it. Null for streams
    /// other than audio, video and subtitles.
    /// </summary>
    public Rational? CodecTimeBase { get; init; }

    /// <summary>The time base of the stream's timestamps, in seconds.</summary>
    public Rational? TimeBase { get; init; }

    /// <summary>Start time in seconds, 6 decimals; may be negative.</summary>
    public decimal? StartTime { get; init; }

    /// <summary>Duration in seconds, 6 decimals; null if neither the container nor ffprobe states it.</summary>
    public decimal? Duration { get; init; }

    /// <summary>Bit rate in bit/s, as ffprobe reports it for this stream.</summary>
    public long? BitRate { get; init; }

    /// <summary>
    /// Frame count from the container, or else from its tags or its fragments, or from counted packets. Never computed from a
    /// duration.
    /// </summary>
    public long? FrameCount { get; init; }

    /// <summary>
    /// The scheme by which the stream is encrypted, such as "cenc" or "cbcs"; "encrypted" if the file does not name it. Null if
    /// nothing says that it is encrypted.
    /// </summary>
    public string? Encryption { get; init; }

    /// <summary>True if ffprobe could not open the stream, so that only the container's headers describe it; otherwise null.</summary>
    public bool? Unreadable { get; init; }

    /// <summary>The language tag, such as "eng" or "und".</summary>
    public string? Language { get; init; }

    /// <summary>The title tag.</summary>
    public string? Title { get; init; }

    /// <summary>The stream's tags.</summary>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;

    /// <summary>The ffprobe disposition flags that are set, such as "default", "forced" or "attached_pic".</summary>
    [AllowNull]
    public IReadOnlyList<string> Dispositions { get; init => field = value ?? []; } = [];
}

using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Media;

/// <summary>What streams of every kind have.</summary>
public abstract record MediaStream
{
    /// <summary>Position in the whole file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The container's own id of the stream, such as "0x1" or "0x100" (a PID).</summary>
    public string? Id { get; init; }

    /// <summary>ffprobe's codec_name such as "hevc"; by the sample entry's tag where ffprobe knows none.</summary>
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    public string? CodecLongName { get; init; }

    /// <summary>The codec's profile, such as "High" or "LC".</summary>
    public string? Profile { get; init; }

    /// <summary>The container's codec tag as text: "avc1", "[27][0][0][0]".</summary>
    public string? CodecTagString { get; init; }

    /// <summary>The container's codec tag as number: "0x31637661".</summary>
    public string? CodecTag { get; init; }

    /// <summary>
    /// The codec's time base, which ffprobe no longer prints and which is derived here as its older versions derived it.
    /// Null for streams of no media kind.
    /// </summary>
    public Rational? CodecTimeBase { get; init; }

    /// <summary>The unit of the stream's time stamps, in seconds.</summary>
    public Rational? TimeBase { get; init; }

    /// <summary>Seconds with 6 decimals; may be negative.</summary>
    public decimal? StartTime { get; init; }

    /// <summary>Seconds with 6 decimals, where the container or ffprobe states them.</summary>
    public decimal? Duration { get; init; }

    /// <summary>bit/s as ffprobe states them for this stream.</summary>
    public long? BitRate { get; init; }

    /// <summary>
    /// Frames as the container counts them, else as its tags say, else counted packets. Never computed from a duration.
    /// </summary>
    public long? FrameCount { get; init; }

    /// <summary>The language tag, such as "eng" or "und".</summary>
    public string? Language { get; init; }

    /// <summary>The title tag.</summary>
    public string? Title { get; init; }

    /// <summary>The stream's tags.</summary>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;

    /// <summary>ffprobe's disposition flags that are set, such as "default", "forced" or "attached_pic".</summary>
    [AllowNull]
    public IReadOnlyList<string> Dispositions { get; init => field = value ?? []; } = [];
}

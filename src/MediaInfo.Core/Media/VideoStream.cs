using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>
/// A video stream, or cover art. Source: ffprobe's streams;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record VideoStream : MediaStream
{
    private const MidpointRounding Half = MidpointRounding.AwayFromZero;

    /// <summary>True for cover art, which says nothing about the kind of file.</summary>
    public bool IsAttachedPicture { get; init; }

    /// <summary>Width in pixels, as decoded and before any rotation.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, as decoded and before any rotation.</summary>
    public int? Height { get; init; }

    /// <summary>Width in pixels as coded.</summary>
    public int? CodedWidth { get; init; }

    /// <summary>Height in pixels as coded.</summary>
    public int? CodedHeight { get; init; }

    /// <summary>Clockwise rotation on playback in degrees, 0 to 359; null without a display matrix.</summary>
    public int? Rotation { get; init; }

    /// <summary>Sample aspect ratio; 0:1 if not stated in the file.</summary>
    public Rational SampleAspectRatio { get; init; } = new(0, 1);

    /// <summary>Display aspect ratio before any rotation; 0:1 if not stated in the file.</summary>
    public Rational DisplayAspectRatio { get; init; } = new(0, 1);

    /// <summary>Pixel format such as "yuv420p".</summary>
    public string? PixelFormat { get; init; }

    /// <summary>The codec level as a number: 41 is H.264 level 4.1.</summary>
    public int? Level { get; init; }

    /// <summary>Frame reordering depth: 0 without B-frames, 1, 2 and so on.</summary>
    public int? HasBFrames { get; init; }

    /// <summary>The lowest frame rate that represents all timestamps (r_frame_rate), in frames/s; not an average.</summary>
    public Rational? FrameRate { get; init; }

    /// <summary>Average frame rate (avg_frame_rate), in frames/s.</summary>
    public Rational? AverageFrameRate { get; init; }

    /// <summary>
    /// Whether frames come at different distances from each other, by the times of all packets; null unless the packets were
    /// read and have times.
    /// </summary>
    public bool? VariableFrameRate { get; init; }

    /// <summary>"progressive", "tt", "bb", "tb" or "bt".</summary>
    public string? FieldOrder { get; init; }

    /// <summary>"tv" or "pc".</summary>
    public string? ColorRange { get; init; }

    /// <summary>The colour matrix, such as "bt709".</summary>
    public string? ColorSpace { get; init; }

    /// <summary>The transfer characteristic, such as "smpte2084".</summary>
    /// <example>"smpte2084"</example>
    public string? ColorTransfer { get; init; }

    /// <summary>The colour primaries, such as "bt2020".</summary>
    /// <example>"bt2020"</example>
    public string? ColorPrimaries { get; init; }

    /// <summary>The position of chroma samples, such as "left".</summary>
    public string? ChromaLocation { get; init; }

    /// <summary>Significant bits per sample.</summary>
    public int? BitsPerRawSample { get; init; }

    /// <summary>From the Dolby Vision configuration record; null without one.</summary>
    public DolbyVision? DolbyVision { get; init; }

    /// <summary>The mastering display of an HDR video; null if not stated in the file.</summary>
    public MasteringDisplay? MasteringDisplay { get; init; }

    /// <summary>The content light levels of an HDR video; null if not stated in the file.</summary>
    public ContentLight? ContentLight { get; init; }

    /// <summary>
    /// What remains of the container's bit rate after all known audio, in bit/s. Set only for the single video stream of a file
    /// whose <see cref="MediaStream.BitRate"/> is null; otherwise null.
    /// </summary>
    public long? DerivedBitRate { get; init; }

    /// <summary>Bit rate in bit/s as stated, or else as derived; null if neither is known.</summary>
    [JsonIgnore]
    public long? EffectiveBitRate => BitRate ?? DerivedBitRate;

    /// <summary>The network demands of the stream; null unless its packets were read.</summary>
    public NetworkCost? NetworkCost { get; init; }

    /// <summary>Width on screen in pixels: with square samples and rotated by <see cref="Rotation"/>.</summary>
    [JsonIgnore]
    public int? DisplayWidth => IsTurnedAside ? Height : StretchedWidth;

    /// <summary>Height on screen in pixels: with square samples and rotated by <see cref="Rotation"/>.</summary>
    [JsonIgnore]
    public int? DisplayHeight => IsTurnedAside ? StretchedWidth : Height;

    private bool IsTurnedAside => Rotation is (>= 45 and < 135) or (>= 225 and < 315);

    private int? StretchedWidth => Width is { } width && SampleAspectRatio is { IsPositive: true } sample
        ? (int)Math.Clamp(Math.Round(width * (decimal)sample.Numerator / sample.Denominator, Half), 1, int.MaxValue)
        : Width;
}

using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>A video stream, or a cover picture.</summary>
public sealed record VideoStream : MediaStream
{
    private const MidpointRounding Half = MidpointRounding.AwayFromZero;

    /// <summary>True for a cover picture: it says nothing about what the file is.</summary>
    public bool IsAttachedPicture { get; init; }

    /// <summary>Pixels across, as decoded and before any rotation.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels down, as decoded and before any rotation.</summary>
    public int? Height { get; init; }

    /// <summary>Pixels across that the codec stores.</summary>
    public int? CodedWidth { get; init; }

    /// <summary>Pixels down that the codec stores.</summary>
    public int? CodedHeight { get; init; }

    /// <summary>Clockwise degrees, 0 to 359, by which a player turns the picture; null without a display matrix.</summary>
    public int? Rotation { get; init; }

    /// <summary>Shape of one sample; 0:1 when the file does not say.</summary>
    public Rational SampleAspectRatio { get; init; } = new(0, 1);

    /// <summary>Shape of the picture before any rotation; 0:1 when the file does not say.</summary>
    public Rational DisplayAspectRatio { get; init; } = new(0, 1);

    /// <summary>Sample format such as "yuv420p".</summary>
    public string? PixelFormat { get; init; }

    /// <summary>The codec's level as its number: 41 is H.264's 4.1.</summary>
    public int? Level { get; init; }

    /// <summary>Depth of the frame reordering: 0 without B-frames, 1, 2 and so on.</summary>
    public int? HasBFrames { get; init; }

    /// <summary>The lowest rate that can show every time stamp (r_frame_rate), frames/s; not an average.</summary>
    public Rational? FrameRate { get; init; }

    /// <summary>Average rate (avg_frame_rate), frames/s.</summary>
    public Rational? AverageFrameRate { get; init; }

    /// <summary>"progressive", "tt", "bb", "tb" or "bt".</summary>
    public string? FieldOrder { get; init; }

    /// <summary>"tv" or "pc".</summary>
    public string? ColorRange { get; init; }

    /// <summary>The matrix, such as "bt709".</summary>
    public string? ColorSpace { get; init; }

    /// <summary>The transfer characteristic, such as "smpte2084".</summary>
    public string? ColorTransfer { get; init; }

    /// <summary>The primaries, such as "bt2020".</summary>
    public string? ColorPrimaries { get; init; }

    /// <summary>Where chroma samples lie, such as "left".</summary>
    public string? ChromaLocation { get; init; }

    /// <summary>Significant bits of a sample.</summary>
    public int? BitsPerRawSample { get; init; }

    /// <summary>From the Dolby Vision configuration record; null without one.</summary>
    public DolbyVision? DolbyVision { get; init; }

    /// <summary>The display that an HDR picture was graded on; null when the file does not say.</summary>
    public MasteringDisplay? MasteringDisplay { get; init; }

    /// <summary>How bright an HDR picture gets; null when the file does not say.</summary>
    public ContentLight? ContentLight { get; init; }

    /// <summary>
    /// bit/s that the container's rate leaves after all known audio, for the only video stream of a file when
    /// <see cref="MediaStream.BitRate"/> is null; else null.
    /// </summary>
    public long? DerivedBitRate { get; init; }

    /// <summary>What the stream asks of a network; null unless its packets were read.</summary>
    public NetworkCost? NetworkCost { get; init; }

    /// <summary>Pixels across on a screen: with square samples and turned by <see cref="Rotation"/>.</summary>
    [JsonIgnore]
    public int? DisplayWidth => IsTurnedAside ? Height : StretchedWidth;

    /// <summary>Pixels down on a screen: with square samples and turned by <see cref="Rotation"/>.</summary>
    [JsonIgnore]
    public int? DisplayHeight => IsTurnedAside ? StretchedWidth : Height;

    private bool IsTurnedAside => Rotation is (>= 45 and < 135) or (>= 225 and < 315);

    private int? StretchedWidth => Width is { } width && SampleAspectRatio is { IsPositive: true } sample
        ? (int)Math.Clamp(Math.Round(width * (decimal)sample.Numerator / sample.Denominator, Half), 1, int.MaxValue)
        : Width;
}

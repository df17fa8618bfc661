using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Frames;

/// <summary>The stream of an object that shows pictures, and what they need to be seen as they were meant.</summary>
/// <param name="Stream">Its index in the object.</param>
internal sealed record FrameSource(int Stream)
{
    // FFmpeg takes the matrix of small pictures for one that does not say; that of HD is another (ITU-R BT.709).
    private const int HighDefinition = 720;

    // A seek ends behind the key frame where no index tells where key frames are, and in a playlist up to a segment behind it.
    private static readonly decimal[] Indexed = [0, 2.5m, 12];
    private static readonly decimal[] NotIndexed = [2.5m, 12];
    private static readonly decimal[] Segmented = [12, 40];

    /// <summary>How many seconds before a time to begin, one after the other, until a key frame is found.</summary>
    public IReadOnlyList<decimal> Backs { get; init; } = Indexed;

    /// <summary>Whether there is just one picture: the object is a picture, or has a cover.</summary>
    public bool IsStill { get; init; }

    /// <summary>Clockwise degrees by which a viewer turns a still picture.</summary>
    public int Rotation { get; init; }

    /// <summary>The width in pixels of a picture that decoders may take apart into tiles; null if none does.</summary>
    public int? WholeWidth { get; init; }

    /// <summary>Its height in pixels; null if no decoder takes it apart.</summary>
    public int? WholeHeight { get; init; }

    /// <summary>The scheme by which it is encrypted; null if nothing says that it is.</summary>
    public string? Encryption { get; init; }

    /// <summary>Whether its frames have two fields.</summary>
    public bool IsInterlaced { get; init; }

    /// <summary>The transfer of HDR, "smpte2084" (PQ) or "arib-std-b67" (HLG); null for SDR.</summary>
    public string? HdrTransfer { get; init; }

    /// <summary>Whether luma takes the full range.</summary>
    public bool IsFullRange { get; init; }

    /// <summary>The colour matrix of luma and chroma, as ffmpeg names it; "auto" leaves it to ffmpeg.</summary>
    public string Matrix { get; init; } = "auto";

    /// <summary>The time in seconds after which it shows nothing; null if unknown.</summary>
    public decimal? Duration { get; init; }

    /// <summary>The first video stream, or else the first cover; null if there is neither.</summary>
    public static FrameSource? Of(MediaDescription media)
    {
        if ((media.MainVideo ?? (media.VideoStreams.Count > 0 ? media.VideoStreams[0] : null)) is not { } stream)
        {
            return null;
        }

        var isTiled = media.Container is { IsImage: true, FormatName: { } name }
            && name.StartsWith("mov,", StringComparison.Ordinal);
        return new FrameSource(stream.Index)
        {
            IsStill = stream.IsAttachedPicture || media.Container.IsImage,
            WholeWidth = isTiled ? stream.Width : null,
            WholeHeight = isTiled ? stream.Height : null,
            Encryption = stream.Encryption,
            IsInterlaced = stream.FieldOrder is "tt" or "bb" or "tb" or "bt",
            HdrTransfer = stream.ColorTransfer is "smpte2084" or "arib-std-b67" ? stream.ColorTransfer : null,
            IsFullRange = stream.ColorRange is "pc",
            Matrix = stream.ColorSpace switch
            {
                "bt709" => "bt709",
                "smpte170m" or "bt470bg" => "bt601",
                "bt2020nc" or "bt2020c" => "bt2020",
                null when stream.Height >= HighDefinition && !IsRgb(stream.PixelFormat) => "bt709",
                _ => "auto",
            },
            Duration = DurationOf(media, stream),
            Backs = media.Container.FormatName switch
            {
                "mpegts" or "mpeg" => NotIndexed,
                "hls,applehttp" or "dash" => Segmented,
                _ => Indexed,
            },
        };
    }

    private static bool IsRgb(string? format) =>
        format is not null
        && (format.Contains("rgb", StringComparison.Ordinal) || format.Contains("bgr", StringComparison.Ordinal)
            || format.StartsWith("gbr", StringComparison.Ordinal) || format.StartsWith("pal", StringComparison.Ordinal));

    // Sound may be longer than the video. Times count from the beginning of the object, and the video may begin later.
    private static decimal? DurationOf(MediaDescription media, VideoStream stream)
    {
        var late = Math.Max(0, (stream.StartTime ?? 0) - (media.Container.StartTime ?? stream.StartTime ?? 0));
        decimal?[] ends = [stream.Duration + late, media.Container.Duration];
        return ends.Where(end => end > 0).Min();
    }
}

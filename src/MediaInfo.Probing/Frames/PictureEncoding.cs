using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Probing.Frames;

/// <summary>How ffmpeg writes a picture.</summary>
/// <param name="Options">The options of its output.</param>
/// <param name="Encoder">The encoder, which a build of ffmpeg may lack.</param>
internal sealed record PictureEncoding(string Options, string Encoder)
{
    // No name of the encoder, no tags of the object.
    private const string Bare = "-map_metadata -1 -flags:v +bitexact -f image2pipe";

    /// <summary>Pixels as they are, from which a sprite is made.</summary>
    public static PictureEncoding Raw { get; } = new($"-c:v ppm {Bare}", "ppm");

    /// <summary>The encoding of a format.</summary>
    public static PictureEncoding Of(PictureFormat format) => format switch
    {
        PictureFormat.Png => new($"-c:v png -pix_fmt rgb24 {Bare}", "png"),
        PictureFormat.WebP => new($"-c:v libwebp -quality 80 -pix_fmt yuv420p {Bare}", "libwebp"),
        _ => new($"-c:v mjpeg -q:v 3 -pix_fmt yuvj420p {Bare}", "mjpeg"),
    };
}

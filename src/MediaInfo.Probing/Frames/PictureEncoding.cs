using FFMpegCore.Arguments;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Probing.Frames;

/// <summary>How ffmpeg writes a picture.</summary>
/// <param name="Options">The options of its output.</param>
/// <param name="Encoder">The encoder, which a build of ffmpeg may lack.</param>
/// <param name="PixelFormat">The pixels that it takes.</param>
/// <param name="Range">The range of its luma, "pc" or "tv"; null for red, green and blue.</param>
internal sealed record PictureEncoding(string Options, string Encoder, string PixelFormat, string? Range = null)
{
    // No name of the encoder, no tags of the object.
    private const string Bare = "-map_metadata -1 -flags:v +bitexact -f image2pipe";

    /// <summary>Pixels as they are, from which a sprite is made.</summary>
    public static PictureEncoding Raw { get; } = new($"-c:v ppm {Bare}", "ppm", "rgb24");

    /// <summary>The encoding of a format.</summary>
    public static PictureEncoding Of(PictureFormat format) => format switch
    {
        PictureFormat.Png => new($"-c:v png {Bare}", "png", "rgb24"),
        PictureFormat.WebP => new($"-c:v libwebp -quality 80 {Bare}", "libwebp", "yuv420p", "tv"),
        _ => new($"-c:v mjpeg -q:v 3 {Bare}", "mjpeg", "yuvj420p", "pc"),
    };

    /// <summary>
    /// Adds the filters that turn red, green and blue into what the encoder takes. JPEG (ITU-T T.871, 7) and WebP (RFC 9649,
    /// 2.5) have the matrix of ITU-R BT.601, whatever that of the video was.
    /// </summary>
    public void Convert(VideoFilterOptions filters)
    {
        if (Range is not null)
        {
            filters.WithCustomFilter("scale", $"out_color_matrix=bt601:out_range={Range}");
        }

        filters.WithCustomFilter("format", PixelFormat);
    }
}

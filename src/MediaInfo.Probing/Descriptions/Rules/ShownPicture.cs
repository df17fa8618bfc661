using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A picture has the size at which a viewer shows it, and an animated one its frames and its duration. ffprobe reads an
/// animated WebP, and a picture that it cannot decode, as 0x0; one tile of a HEIC as the picture; ignores the rotation of HEIC,
/// AVIF and JPEG; and knows no length of an APNG.
/// </summary>
internal sealed class ShownPicture : IMediaRule<RuleFacts>
{
    private const decimal BitsPerByte = 8;
    private const int Milli = 1000;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        if (!media.Container.IsImage || facts.Headers.Picture is not { } picture || media.MainVideo is not { } main)
        {
            return media;
        }

        // An image sequence has tracks, and ffprobe describes those right.
        if (picture.Format == PictureFormat.Heif && facts.Headers.Movie is { Tracks.Count: > 0 })
        {
            return media;
        }

        var shown = Shown(main, picture);
        return shown == main && picture.Duration is null ? media : media with
        {
            VideoStreams = [.. media.VideoStreams.Select(stream => ReferenceEquals(stream, main) ? shown : stream)],
            Container = picture.Duration is not { } duration ? media.Container : media.Container with
            {
                Duration = duration,
                BitRate = media.Container.Size is { } size ? (long)(size * BitsPerByte / duration) : media.Container.BitRate,
            },
        };
    }

    private static VideoStream Shown(VideoStream stream, PictureFacts picture)
    {
        var (width, height) = (picture.Width ?? stream.Width, picture.Height ?? stream.Height);
        var isAside = picture.Rotation is 90 or 270;
        return stream with
        {
            Width = isAside ? height : width,
            Height = isAside ? width : height,
            Rotation = picture.Rotation == 0 ? stream.Rotation : null,
            FrameCount = picture.Frames ?? stream.FrameCount,
            Duration = picture.Duration ?? stream.Duration,
            AverageFrameRate = RateOf(picture) ?? stream.AverageFrameRate,

            // FFmpeg's demuxer makes one up.
            FrameRate = picture.Format == PictureFormat.WebP ? RateOf(picture) ?? stream.FrameRate : stream.FrameRate,
        };
    }

    private static Rational? RateOf(PictureFacts picture) =>
        picture is { Frames: > 1 and <= 1_000_000 and var frames, Duration: >= 0.001m and <= 1_000_000 and var duration }
            ? new Rational(frames * Milli, (long)(duration * Milli)).Reduced()
            : null;
}

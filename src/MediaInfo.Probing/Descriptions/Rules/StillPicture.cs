using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A still picture has no duration and no rates. FFmpeg shows each picture for a 25th of a second, so a JPEG of 17 kB has
/// 3.4 Mbit/s at 25 frames/s.
/// </summary>
internal sealed class StillPicture : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        media.Container.IsImage && media.AudioStreams.Count == 0 && media.VideoStreams.Count > 0 && IsStill(media, facts)
            ? media.WithStreams(Timeless) with
            {
                Container = media.Container with { Duration = null, BitRate = null, StartTime = null },
            }
            : media;

    private static bool IsStill(MediaDescription media, RuleFacts facts) => media.VideoStreams.All(
        stream => media.Container.FormatName is "gif" or "apng" || facts.Headers.Movie is not null
            ? stream.FrameCount == 1 || facts.Headers.Movie is { Tracks.Count: 0 }
            : facts.Headers.Picture is not { Frames: > 1 });

    private static MediaStream Timeless(MediaStream stream) => stream is VideoStream video
        ? video with
        {
            Duration = null,
            StartTime = null,
            BitRate = null,
            FrameRate = null,
            AverageFrameRate = null,
        }
        : stream;
}

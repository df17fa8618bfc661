using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// FFmpeg 7 lists every picture item of a HEIC as a stream: the 48 tiles of a photo of a phone, its thumbnail, its depth map. A
/// viewer shows one picture: the primary one, or that of which the tiles are parts.
/// </summary>
internal sealed class TiledPicture : IMediaRule<RuleFacts>
{
    private const string Primary = "default";
    private const string Tile = "dependent";

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.Headers is { Movie.Tracks.Count: 0, Picture.Format: PictureFormat.Heif } && media.VideoStreams.Count > 1
            ? media with
            {
                VideoStreams = [Whole(MainOf(media.VideoStreams))],
                Container = media.Container with { StreamCount = media.Container.StreamCount - media.VideoStreams.Count + 1 },
            }
            : media;

    private static VideoStream MainOf(IReadOnlyList<VideoStream> streams) =>
        streams.FirstOrDefault(stream => stream.Dispositions.Contains(Primary, StringComparer.Ordinal))
        ?? streams.FirstOrDefault(stream => stream.Dispositions.Contains(Tile, StringComparer.Ordinal))
        ?? streams[0];

    private static VideoStream Whole(VideoStream stream) => stream.Dispositions.Contains(Tile, StringComparer.Ordinal)
        ? stream with { CodedWidth = null, CodedHeight = null, Dispositions = [] }
        : stream;
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// FFmpeg 9 reads an animated WebP with a demuxer and a decoder of its own, both named "webp_anim". Before, they had the names
/// of a still one, which clients know.
/// </summary>
internal sealed class OldWebPName : IMediaRule<RuleFacts>
{
    private const string New = "webp_anim";

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => media.Container.FormatName is New
        ? media.WithStreams(Renamed) with
        {
            Container = media.Container with { FormatName = "webp_pipe", FormatLongName = "piped webp sequence" },
        }
        : media;

    private static MediaStream Renamed(MediaStream stream) =>
        stream.CodecName is New ? stream with { CodecName = "webp", CodecLongName = "WebP" } : stream;
}

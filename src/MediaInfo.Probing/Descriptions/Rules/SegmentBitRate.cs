using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// The bit rate of an HLS or DASH presentation is that of its segments, or the one that its variant states. ffprobe divides the
/// size of the playlist by the duration, and prints 27 to 37 bit/s.
/// </summary>
internal sealed class SegmentBitRate : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        media.Container.FormatName is "hls,applehttp" or "dash"
        && PlaylistBitRate.Of(facts.Report, facts.Playlist, media.Container.Duration) is var rate
        && rate != media.Container.BitRate
            ? media with { Container = media.Container with { BitRate = rate } }
            : media;
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// The duration of a chained Ogg file is that of all its links, by the positions of their pages. ffprobe prints that of the
/// last link alone, or none: radio stations record one link for each song.
/// </summary>
internal sealed class ChainedOgg : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => facts.Headers.Ogg is not { } ogg ? media
        : PlayTime.WithDuration(media, ogg.Duration) with { DurationInaccurate = media.DurationInaccurate || ogg.IsEstimate };
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A duration that ffprobe estimated from the bit rate is marked. Its report does not show it, only a warning does: of 252
/// files exactly 13, such as raw AAC and MP3 without a Xing header.
/// </summary>
internal sealed class EstimatedDuration : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.IsEstimate && !media.DurationInaccurate ? media with { DurationInaccurate = true } : media;
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A HEIC with a clip behind it, as phones take motion photos, is the picture that a viewer shows. ffprobe describes the clip
/// alone.
/// </summary>
internal sealed class MotionPicture : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.Report.Format is not null && facts.Headers is { Movie: { HasClipBehind: true } movie, Picture: { } picture }
            ? HeifDescription.Of(media, movie, picture)
            : media;
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A HEIC that ffprobe refuses ("moov atom not found", until FFmpeg 7) is described by its own boxes, under the names that
/// newer versions print.
/// </summary>
internal sealed class RefusedPicture : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.Report.Format is null && facts.Headers is { Movie: { } movie, Picture: { Format: PictureFormat.Heif } picture }
            ? HeifDescription.Of(media, movie, picture)
            : media;
}

namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// The streams of a finished HLS playlist last as long as the playlist: each segment lasts as long as its media (RFC 8216,
/// 4.3.2.1), and ffprobe has no duration of the streams. The vendors' own answers have one.
/// </summary>
internal sealed class ListedStreamDuration : IMediaRule<PlaylistFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PlaylistFacts facts) =>
        facts is { IsDash: false, IsLive: false } && media is { DurationInaccurate: false, Container.Duration: { } duration }
            ? media.WithStreams(stream =>
                stream is { Duration: null } and (VideoStream { IsAttachedPicture: false } or AudioStream or SubtitleStream)
                    ? stream with { Duration = duration }
                    : stream)
            : media;
}

namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// A finished playlist lasts as long as its segments together. ffprobe has no duration of one whose tag EXT-X-PLAYLIST-TYPE
/// says that it is finished (VOD; RFC 8216, 4.3.3.5), but that has no EXT-X-ENDLIST.
/// </summary>
internal sealed class ListedDuration : IMediaRule<PlaylistFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PlaylistFacts facts) =>
        media.Container.Duration is null && facts is { IsLive: false, Duration: { } duration }
            ? media with { Container = PlayTime.WithDuration(media.Container, duration) }
            : media;
}

namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// A playlist without EXT-X-ENDLIST, and a dynamic manifest that does not state its end, still grow: a window of ten seconds
/// says nothing of the length. ffprobe prints the window's length, or one that it estimates from the size of the playlist's
/// text.
/// </summary>
internal sealed class GrowingPresentation : IMediaRule<PlaylistFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PlaylistFacts facts) => facts.IsLive
        ? media.WithStreams(stream => stream.Duration is null ? stream : stream with { Duration = null }) with
        {
            Container = media.Container with { Live = true, Duration = null },
            DurationInaccurate = false,
        }
        : media;
}

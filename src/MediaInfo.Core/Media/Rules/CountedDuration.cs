namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// The duration is that of the packets where the container states none: a WebM that was written to a pipe, as browsers record
/// it, has no duration in its header. A playlist's is that of the whole, and each stream has its own.
/// </summary>
internal sealed class CountedDuration : IMediaRule<PacketCounts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PacketCounts facts)
    {
        if (media.Container.IsImage)
        {
            return media;
        }

        var isListed = media.Corrections?.Any(correction => correction.Rule is nameof(ListedStreamDuration)) == true;
        var filled = media.WithStreams(
            stream => stream is VideoStream { IsAttachedPicture: false } or AudioStream
                && (stream.Duration is null || (isListed && stream.Duration == media.Container.Duration))
                && PlayTime.Of(facts.Find(stream.Index), media) is { } duration
                    ? stream with { Duration = duration }
                    : stream);
        return media.Container is { Duration: null, Live: not true }
            && PlayTime.OfWhole(facts, media) is { } whole
                ? filled with { Container = PlayTime.WithDuration(filled.Container, whole) }
                : filled;
    }
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Encrypted Matroska, scrambled transport streams and protected ASF say so, in headers of which ffprobe prints nothing, or
/// only the id of a key. Of a scrambled transport stream it has no duration either; its clock is never scrambled.
/// </summary>
internal sealed class EncryptedStreams : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        if (facts.Headers.Encryption is not { } encryption)
        {
            return media;
        }

        var marked = media.WithStreams(stream =>
            encryption.Streams.TryGetValue(stream.Index, out var scheme) ? stream with { Encryption = scheme } : stream);
        marked = marked with { Container = marked.Container with { Encryption = encryption.Whole } };
        return marked.Container.Duration is null && facts.Headers.Transport is { } clock
            ? PlayTime.WithDuration(marked, clock.Duration) with { DurationInaccurate = true }
            : marked;
    }
}

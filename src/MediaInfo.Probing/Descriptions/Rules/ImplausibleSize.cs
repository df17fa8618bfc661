using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A duration is marked as an estimate if the file is far too small for it. No codec describes a moving picture with sound in
/// 100 bit/s; a silent Opus stream takes 1,200.
/// </summary>
internal sealed class ImplausibleSize : IMediaRule<RuleFacts>
{
    private const long MinBitRate = 100;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        media is { DurationInaccurate: false, Container: { BitRate: < MinBitRate, IsImage: false } }
        && media.Container.FormatName is not ("hls,applehttp" or "dash")
        && media.Streams.Any(stream => stream is AudioStream or VideoStream { IsAttachedPicture: false })
            ? media with { DurationInaccurate = true }
            : media;
}

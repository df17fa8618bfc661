using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A transport stream's own table tells that its samples are encrypted as in HLS (MPEG-2 Stream Encryption Format for HTTP Live
/// Streaming, 4: types 0xdb, 0xcf, 0xc1 and 0xc2). ffprobe prints the type only as the codec's tag.
/// </summary>
internal sealed class SampleEncryption : IMediaRule<RuleFacts>
{
    private const string Scheme = "SAMPLE-AES";

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        media.Container.FormatName is "mpegts" or "hls,applehttp" && media.Streams.Any(IsMarked)
            ? media.WithStreams(stream => IsMarked(stream) ? stream with { Encryption = Scheme } : stream) with
            {
                Container = media.Container with { Encryption = media.Container.Encryption ?? Scheme },
            }
            : media;

    private static bool IsMarked(MediaStream stream) => stream.CodecTag is "0x00db" or "0x00cf" or "0x00c1" or "0x00c2";
}

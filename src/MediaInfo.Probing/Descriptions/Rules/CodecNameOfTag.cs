using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Where ffprobe knows no codec, its name is what the sample entry's tag claims. Of 252 files, 18 had a stream without a name:
/// Dolby Vision under tags of its own, VVC, IAMF, MPEG-H.
/// </summary>
internal sealed class CodecNameOfTag : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => media.WithStreams(
        stream => stream.CodecName is null && ByTag(stream) is { } name ? Named(stream, name) : stream);

    private static MediaStream Named(MediaStream stream, string name) => stream is VideoStream video
        ? video with { CodecName = name, CodecTimeBase = CodecTimeBases.OfVideo(name, video.AverageFrameRate) }
        : stream with { CodecName = name };

    private static string? ByTag(MediaStream stream) => stream.CodecTagString switch
    {
        // Dolby Vision sample entries, for codecs that ffprobe knows under other tags.
        "dav1" => "av1",
        "dvav" or "dva1" => "h264",
        "dvh1" or "dvhe" => "hevc",

        // These say that the stream is encrypted, not which codec it has.
        var tag when IsoTrack.IsEncryptedEntry(tag) => null,

        // Other tags unchanged (vvc1, iamf, mhm1), but only for presentable streams.
        { Length: 4 } tag when stream is not OtherStream && tag.All(IsTagCharacter) => tag,
        _ => null,
    };

    private static bool IsTagCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';
}

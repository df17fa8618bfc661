using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// FFmpeg has since shortened its HLS demuxer's name to "hls"; IMS still returns "hls,applehttp" (the page of
/// SubmitMediaInfoJob).
/// </summary>
internal sealed class OldHlsName : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => media.Container.FormatName is "hls"
        ? media with { Container = media.Container with { FormatName = "hls,applehttp" } }
        : media;
}

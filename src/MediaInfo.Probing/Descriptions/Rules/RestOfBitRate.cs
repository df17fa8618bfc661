using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A file's only video without a rate of its own has what remains of the container's rate after all known audio. A live
/// response of the service matches exactly: 549969 less 62015 is 487954. Audio of unknown rate subtracts nothing: IMS's page
/// has 888.563 for both the file and the video.
/// </summary>
/// <remarks>
/// How several videos share the remainder is unknown, so none gets a rate. Cover pictures do not count. Attachments do not
/// play: a font of 760 kB beside four seconds of video would add 1.5 Mbit/s.
/// </remarks>
internal sealed class RestOfBitRate : IMediaRule<RuleFacts>
{
    private const decimal BitsPerByte = 8;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        var moving = media.VideoStreams.Where(video => !video.IsAttachedPicture).Take(2).ToList();
        var rest = Played(media.Container, facts) - media.AudioStreams.Sum(stream => stream.BitRate ?? 0);
        return moving is [{ BitRate: null } only] && rest > 0
            ? media with
            {
                VideoStreams =
                [
                    .. media.VideoStreams.Select(
                        video => ReferenceEquals(video, only) ? video with { DerivedBitRate = rest } : video),
                ],
            }
            : media;
    }

    private static long? Played(ContainerDescription container, RuleFacts facts)
    {
        var attached = facts.Report.Streams.Where(stream => stream.CodecType is "attachment")
            .Sum(stream => (decimal)(ProbeNumbers.Positive(stream.ExtradataSize) ?? 0));
        return attached > 0 && container.Duration is { } duration && container.BitRate is { } rate
            ? (long)(rate - Math.Min(rate, attached * BitsPerByte / duration))
            : container.BitRate;
    }
}

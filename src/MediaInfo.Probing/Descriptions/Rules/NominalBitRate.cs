using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A stream has no higher bit rate than its whole file. Vorbis and FLV state the rate that their encoder aimed at: 80000
/// bit/s in a file of 25338. The only stream of a file has the file's rate then, others have none.
/// </summary>
/// <remarks>Only of Ogg and FLV: elsewhere ffprobe counts bytes, and a cut file is smaller than what it counts.</remarks>
internal sealed class NominalBitRate : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        media.Container is { FormatName: "ogg" or "flv", BitRate: { } whole }
            ? media.WithStreams(stream => stream.BitRate > whole
                ? stream with { BitRate = media.Streams.Count() == 1 ? whole : null }
                : stream)
            : media;
}

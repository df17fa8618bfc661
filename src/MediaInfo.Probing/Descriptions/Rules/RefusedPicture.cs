using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A HEIC that ffprobe refuses ("moov atom not found", until FFmpeg 7) is described by its own boxes, under the names that
/// newer versions print.
/// </summary>
internal sealed class RefusedPicture : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.Report.Format is null && facts.Headers is { Movie: { } movie, Picture: { Format: PictureFormat.Heif } picture }
            ? media with
            {
                Container = media.Container with
                {
                    FormatName = "mov,mp4,m4a,3gp,3g2,mj2",
                    FormatLongName = "QuickTime / MOV",
                    ProgramCount = 0,
                    StreamCount = 1,
                    Tags = new TextDictionary([KeyValuePair.Create("major_brand", movie.Brand ?? "mif1")]),
                },
                VideoStreams =
                [
                    new VideoStream
                    {
                        Index = 0,
                        CodecName = picture.Codec,
                        CodecTagString = picture.CodecTag,
                        CodecTag = picture.CodecTag is { Length: 4 } tag ? Number(tag) : null,
                        CodecTimeBase = CodecTimeBases.OfVideo(picture.Codec, averageRate: null),
                        Width = picture.Width,
                        Height = picture.Height,
                    },
                ],
            }
            : media;

    // FFmpeg prints a code's letters from the last to the first.
    private static string Number(string tag) =>
        string.Create(CultureInfo.InvariantCulture, $"0x{(int)tag[3]:x2}{(int)tag[2]:x2}{(int)tag[1]:x2}{(int)tag[0]:x2}");
}

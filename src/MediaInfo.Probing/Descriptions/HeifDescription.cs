using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions;

/// <summary>A HEIF picture as its own boxes describe it, under the names that FFmpeg prints.</summary>
internal static class HeifDescription
{
    /// <summary>Describes the picture.</summary>
    internal static MediaDescription Of(MediaDescription media, IsoMovie movie, PictureFacts picture) => new()
    {
        Container = new ContainerDescription
        {
            FormatName = "mov,mp4,m4a,3gp,3g2,mj2",
            FormatLongName = "QuickTime / MOV",
            Size = media.Container.Size,
            ProgramCount = 0,
            StreamCount = 1,
            ProbeScore = media.Container.ProbeScore,
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
        Md5 = media.Md5,
        Corrections = media.Corrections,
    };

    // FFmpeg prints a code's letters from the last to the first.
    private static string Number(string tag) =>
        string.Create(CultureInfo.InvariantCulture, $"0x{(int)tag[3]:x2}{(int)tag[2]:x2}{(int)tag[1]:x2}{(int)tag[0]:x2}");
}

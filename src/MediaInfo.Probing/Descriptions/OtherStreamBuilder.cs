using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes a stream that is not video, audio or subtitles. It has no codec time base.</summary>
internal static class OtherStreamBuilder
{
    internal static OtherStream Build(FfprobeStream stream) => CommonFields.Fill(stream, new OtherStream
    {
        Index = CommonFields.Index(stream),
        CodecType = ProbeNumbers.Text(stream.CodecType),
    });
}

using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes a subtitle stream.</summary>
internal static class SubtitleStreamBuilder
{
    internal static SubtitleStream Build(FfprobeStream stream) => CommonFields.Fill(stream, new SubtitleStream
    {
        Index = CommonFields.Index(stream),
        CodecTimeBase = CodecTimeBases.OfSubtitle,
        Width = ProbeNumbers.PositiveInteger(stream.Width),
        Height = ProbeNumbers.PositiveInteger(stream.Height),
    });
}

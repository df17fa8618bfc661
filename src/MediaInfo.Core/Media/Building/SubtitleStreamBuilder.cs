using MediaInfo.Core.Probing.Output;

namespace MediaInfo.Core.Media.Building;

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

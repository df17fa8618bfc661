using MediaInfo.Core.Probing.Output;

namespace MediaInfo.Core.Media.Building;

/// <summary>Describes a stream that is neither picture nor sound nor subtitle. It has no codec time base.</summary>
internal static class OtherStreamBuilder
{
    internal static OtherStream Build(FfprobeStream stream) => CommonFields.Fill(stream, new OtherStream
    {
        Index = CommonFields.Index(stream),
        CodecType = ProbeNumbers.Text(stream.CodecType),
    });
}

using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes an audio stream.</summary>
internal static class AudioStreamBuilder
{
    internal static AudioStream Build(FfprobeStream stream)
    {
        var sampleRate = ProbeNumbers.PositiveInteger(stream.SampleRate);
        return CommonFields.Fill(stream, new AudioStream
        {
            Index = CommonFields.Index(stream),
            CodecTimeBase = CodecTimeBases.OfAudio(sampleRate),
            SampleFormat = ProbeNumbers.Text(stream.SampleFmt),
            SampleRate = sampleRate,
            Channels = ProbeNumbers.PositiveInteger(stream.Channels),
            ChannelLayout = ProbeNumbers.Text(stream.ChannelLayout),
            BitsPerSample = ProbeNumbers.PositiveInteger(stream.BitsPerSample),
        });
    }
}

using MediaInfo.Api.Ims.Library.Wire;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Ims.Library;

/// <summary>Says the streams of a description in GetMediaInfo's words, which differ from those of media information jobs.</summary>
internal static class LibraryStreamMapper
{
    private const string UnknownLanguage = "und";

    internal static VideoStreamInfo Video(VideoStream stream) => new()
    {
        Index = AlibabaText.Number(stream.Index)!,
        CodecName = stream.CodecName,
        CodecLongName = stream.CodecLongName,
        Profile = stream.Profile,
        CodecTimeBase = AlibabaText.Ratio(stream.CodecTimeBase),
        CodecTagString = stream.CodecTagString,
        CodecTag = stream.CodecTag,
        Width = AlibabaText.Number(stream.Width),
        Height = AlibabaText.Number(stream.Height),
        HasBFrames = AlibabaText.Number(stream.HasBFrames),
        Sar = AlibabaText.Aspect(stream.SampleAspectRatio),
        Dar = AlibabaText.Aspect(stream.DisplayAspectRatio),
        PixFmt = stream.PixelFormat,
        Level = AlibabaText.Number(stream.Level),
        Fps = AlibabaText.FrameRate(stream.FrameRate),
        AvgFPS = AlibabaText.FrameRate(stream.AverageFrameRate),
        Timebase = AlibabaText.Ratio(stream.TimeBase),
        StartTime = AlibabaText.Seconds(stream.StartTime),
        Duration = AlibabaText.Seconds(stream.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(stream.BitRate ?? stream.DerivedBitRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Lang = stream.Language ?? UnknownLanguage,
        Rotate = AlibabaText.Number(stream.Rotation ?? 0),
        Nb_frames = AlibabaText.Number(stream.FrameCount),
    };

    internal static AudioStreamInfo Audio(AudioStream stream) => new()
    {
        Index = AlibabaText.Number(stream.Index)!,
        CodecName = stream.CodecName,
        CodecLongName = stream.CodecLongName,
        CodecTimeBase = AlibabaText.Ratio(stream.CodecTimeBase),
        CodecTagString = stream.CodecTagString,
        CodecTag = stream.CodecTag,
        Profile = stream.Profile,
        SampleFmt = stream.SampleFormat,
        SampleRate = AlibabaText.Number(stream.SampleRate),
        Channels = AlibabaText.Number(stream.Channels),
        ChannelLayout = stream.ChannelLayout,
        Timebase = AlibabaText.Ratio(stream.TimeBase),
        StartTime = AlibabaText.Seconds(stream.StartTime),
        Duration = AlibabaText.Seconds(stream.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(stream.BitRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Lang = stream.Language ?? UnknownLanguage,
    };

    internal static SubtitleStreamInfo Subtitle(SubtitleStream stream) => new()
    {
        Index = AlibabaText.Number(stream.Index)!,
        CodecName = stream.CodecName,
        CodecLongName = stream.CodecLongName,
        CodecTimeBase = AlibabaText.Ratio(stream.CodecTimeBase),
        CodecTagString = stream.CodecTagString,
        CodecTag = stream.CodecTag,
        Timebase = AlibabaText.Ratio(stream.TimeBase),
        StartTime = AlibabaText.Seconds(stream.StartTime),
        Duration = AlibabaText.Seconds(stream.Duration),
        Lang = stream.Language ?? UnknownLanguage,
    };
}

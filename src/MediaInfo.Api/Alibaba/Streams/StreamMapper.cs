using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Alibaba.Streams;

/// <summary>Maps a description's streams to the members that MPS and IMS share.</summary>
internal static class StreamMapper
{
    /// <summary>IMS's language tag for a stream without a language.</summary>
    public const string UnknownLanguage = "und";

    /// <summary>A video stream.</summary>
    public static VideoInfo Video(VideoStream stream) => new(Common(stream))
    {
        Profile = stream.Profile,
        Width = AlibabaText.Number(stream.Width),
        Height = AlibabaText.Number(stream.Height),
        HasBFrames = AlibabaText.Number(stream.HasBFrames),
        Sar = AlibabaText.Aspect(stream.SampleAspectRatio),
        Dar = AlibabaText.Aspect(stream.DisplayAspectRatio),
        PixFmt = stream.PixelFormat,
        Level = AlibabaText.Number(stream.Level),
        Fps = AlibabaText.FrameRate(stream.FrameRate),
        AvgFPS = AlibabaText.FrameRate(stream.AverageFrameRate),
        Bitrate = AlibabaText.KilobitsPerSecond(stream.EffectiveBitRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Rotate = AlibabaText.Number(stream.Rotation),
    };

    /// <summary>An audio stream.</summary>
    public static AudioInfo Audio(AudioStream stream) => new(Common(stream))
    {
        SampleFmt = stream.SampleFormat,
        Channels = AlibabaText.Number(stream.Channels),
        ChannelLayout = stream.ChannelLayout,
        Bitrate = AlibabaText.KilobitsPerSecond(stream.BitRate),
    };

    /// <summary>A subtitle stream.</summary>
    /// <remarks>The pages list "srt" and "ass"; ffprobe says "subrip" for the first.</remarks>
    public static SubtitleInfo Subtitle(SubtitleStream stream) => new(Common(stream))
    {
        CodecName = stream.CodecName is "subrip" ? "srt" : stream.CodecName,
    };

    private static StreamInfo Common(MediaStream stream) => new()
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
        Lang = stream.Language,
    };
}

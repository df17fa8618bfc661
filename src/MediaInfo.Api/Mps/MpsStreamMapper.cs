using System.Globalization;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Mps;

/// <summary>Says the streams of a description in MPS's words.</summary>
internal static class MpsStreamMapper
{
    internal static Wire.VideoStream Video(VideoStream stream, MediaDescription media, MpsPropertiesOptions options) => new()
    {
        Index = Index(stream),
        CodecName = stream.CodecName is "hevc" ? options.HevcCodecName : stream.CodecName,
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
        Lang = stream.Language,
        Rotate = AlibabaText.Number(stream.Rotation),
        ColorRange = stream.ColorRange,
        ColorTransfer = stream.ColorTransfer,
        ColorPrimaries = stream.ColorPrimaries,
        NetworkCost = Cost(stream.NetworkCost),
        DurationInaccurate = DurationInaccurate(media),
        DolbyVision = Dolby(stream.DolbyVision),
    };

    internal static Wire.AudioStream Audio(AudioStream stream, MediaDescription media) => new()
    {
        Index = Index(stream),
        CodecName = stream.CodecName,
        CodecLongName = stream.CodecLongName,
        CodecTimeBase = AlibabaText.Ratio(stream.CodecTimeBase),
        CodecTagString = stream.CodecTagString,
        CodecTag = stream.CodecTag,
        SampleFmt = stream.SampleFormat,
        Samplerate = AlibabaText.Number(stream.SampleRate),
        Channels = AlibabaText.Number(stream.Channels),
        ChannelLayout = stream.ChannelLayout,
        Timebase = AlibabaText.Ratio(stream.TimeBase),
        StartTime = AlibabaText.Seconds(stream.StartTime),
        Duration = AlibabaText.Seconds(stream.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(stream.BitRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Lang = stream.Language,
        DurationInaccurate = DurationInaccurate(media),
    };

    internal static Wire.SubtitleStream Subtitle(SubtitleStream stream) => new()
    {
        Index = Index(stream),
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

    private static Wire.NetworkCost Cost(NetworkCost? cost) => new()
    {
        PreloadTime = cost?.PreloadTime.ToString("F3", CultureInfo.InvariantCulture),
        AvgBitrate = AlibabaText.KilobitsPerSecond(cost?.AverageBitRate),
        CostBandwidth = AlibabaText.KilobitsPerSecond(cost?.PeakBitRate),
    };

    private static Wire.DolbyVision Dolby(DolbyVision? dolby) => new()
    {
        Profile = AlibabaText.Number(dolby?.Profile) ?? "",
        Level = AlibabaText.Number(dolby?.Level) ?? "",
    };

    private static string DurationInaccurate(MediaDescription media) => media.DurationInaccurate ? "true" : "";

    private static string Index(MediaStream stream) => stream.Index.ToString(CultureInfo.InvariantCulture);
}

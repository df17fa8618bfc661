using System.Globalization;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Mps;

/// <summary>Says a description in MPS's words: strings alone, unknown members left out, every stream listed.</summary>
public static class MpsPropertiesMapper
{
    private static readonly MpsPropertiesOptions Defaults = new();

    /// <summary>As SubmitMediaInfoJob answers: the SDK's model of it names the digest MD5 where the query's says FileMd5.</summary>
    public static Wire.Properties ToSubmitted(MediaDescription media, MpsPropertiesOptions? options = null)
    {
        var properties = ToQueried(media, options);
        return properties with { MD5 = properties.FileMd5 };
    }

    /// <summary>As QueryMediaInfoJobList answers.</summary>
    public static Wire.Properties ToQueried(MediaDescription media, MpsPropertiesOptions? options = null)
    {
        var container = media.Container;
        var video = media.MainVideo;
        return new Wire.Properties
        {
            Width = AlibabaText.Number(video?.Width),
            Height = AlibabaText.Number(video?.Height),
            Duration = AlibabaText.Seconds(container.Duration),
            Fps = AlibabaText.FrameRate(video?.FrameRate),
            Bitrate = AlibabaText.KilobitsPerSecond(container.BitRate),
            FileFormat = container.FormatLongName,
            Streams = Streams(media, options ?? Defaults),
            Format = Format(container),
            FileSize = AlibabaText.Number(container.Size),
            FileMd5 = media.Md5 ?? "",
        };
    }

    private static Wire.Streams Streams(MediaDescription media, MpsPropertiesOptions options) => new(
        new Wire.VideoStreamList([.. media.VideoStreams.Select(stream => Video(stream, media, options))]),
        new Wire.AudioStreamList([.. media.AudioStreams.Select(stream => Audio(stream, media))]),
        new Wire.SubtitleStreamList([.. media.SubtitleStreams.Select(Subtitle)]));

    private static Wire.Format Format(ContainerDescription container) => new()
    {
        StartTime = AlibabaText.Seconds(container.StartTime),
        NumPrograms = AlibabaText.Number(container.ProgramCount),
        Size = AlibabaText.Number(container.Size),
        NumStreams = AlibabaText.Number(container.StreamCount),
        FormatLongName = container.FormatLongName,
        Duration = AlibabaText.Seconds(container.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(container.BitRate),
        FormatName = container.FormatName,
        Tags = container.Tags.Count > 0 ? container.Tags : null,
    };

    private static Wire.VideoStream Video(VideoStream stream, MediaDescription media, MpsPropertiesOptions options) => new()
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

    private static Wire.AudioStream Audio(AudioStream stream, MediaDescription media) => new()
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

    private static Wire.SubtitleStream Subtitle(SubtitleStream stream) => new()
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

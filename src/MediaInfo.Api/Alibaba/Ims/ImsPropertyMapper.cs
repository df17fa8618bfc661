using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Streams;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>
/// Maps a description to IMS's job actions: all values are strings, unknown members are omitted, and every stream is listed.
/// </summary>
public static class ImsPropertyMapper
{
    private const string NoRotation = "0";

    /// <summary>The property of a successful job.</summary>
    /// <param name="media">The description.</param>
    /// <param name="address">The analysed object.</param>
    /// <param name="mediaId">The media asset it belongs to; null for none.</param>
    public static MediaInfoProperty ToProperty(MediaDescription media, ObjectAddress address, string? mediaId) => new(
        File(media, address) with { MediaId = mediaId },
        [.. media.AudioStreams.Select(Audio)],
        [.. media.VideoStreams.Select(Video)]);

    private static FileBasicInfo File(MediaDescription media, ObjectAddress address) => new()
    {
        FileName = address.Source.FileName,
        FileStatus = "Normal",
        FileType = "source_file",
        FileSize = AlibabaText.Number(media.Container.Size),
        FileUrl = OssUrl.Of(address),
        Region = address.Region,
        FormatName = media.Container.FormatName,
        Duration = AlibabaText.Seconds(media.Container.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(media.Container.BitRate),
        Width = AlibabaText.Number(media.MainVideo?.Width),
        Height = AlibabaText.Number(media.MainVideo?.Height),
    };

    private static AudioStreamInfo Audio(AudioStream stream) => new(StreamMapper.Audio(stream))
    {
        SampleRate = AlibabaText.Number(stream.SampleRate),
        Lang = stream.Language ?? StreamMapper.UnknownLanguage,
    };

    private static JobVideoStreamInfo Video(VideoStream stream) => new()
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
        AvgFps = AlibabaText.FrameRate(stream.AverageFrameRate),
        TimeBase = AlibabaText.Ratio(stream.TimeBase),
        StartTime = AlibabaText.Seconds(stream.StartTime),
        Duration = AlibabaText.Seconds(stream.Duration),
        BitRate = AlibabaText.KilobitsPerSecond(stream.EffectiveBitRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Lang = stream.Language ?? StreamMapper.UnknownLanguage,
        Rotate = AlibabaText.Number(stream.Rotation) ?? NoRotation,
    };

}

using MediaInfo.Api.Alibaba.Streams;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Maps a description to MPS: all values are strings, unknown members are omitted, and every stream is listed.</summary>
public static class MpsPropertiesMapper
{
    private static readonly MpsPropertiesOptions Defaults = new();

    /// <summary>For SubmitMediaInfoJob, whose SDK model has MD5 instead of the query's FileMd5.</summary>
    public static Wire.Properties ToSubmitted(MediaDescription media, MpsPropertiesOptions? options = null)
    {
        var properties = ToQueried(media, options);
        return properties with { MD5 = properties.FileMd5 };
    }

    /// <summary>For QueryMediaInfoJobList.</summary>
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
        new Wire.VideoStreamList([.. media.VideoStreams.Select(stream => MpsStreamMapper.Video(stream, media, options))]),
        new Wire.AudioStreamList([.. media.AudioStreams.Select(stream => MpsStreamMapper.Audio(stream, media))]),
        new Wire.SubtitleStreamList([.. media.SubtitleStreams.Select(StreamMapper.Subtitle)]));

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
        Encrypted = AlibabaText.Flag(container.Encrypted),
        Tags = container.Tags.Count > 0 ? container.Tags : null,
    };
}

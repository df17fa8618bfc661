using MediaInfo.Api.Rpc;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Mps;

/// <summary>Says a description in MPS's words: strings alone, unknown members left out, every stream listed.</summary>
public static class MpsPropertiesMapper
{
    private static readonly MpsPropertiesOptions Defaults = new();

    /// <summary>As SubmitMediaInfoJob answers: the SDK's model of it says MD5 where the query's says FileMd5.</summary>
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
        new Wire.VideoStreamList([.. media.VideoStreams.Select(stream => MpsStreamMapper.Video(stream, media, options))]),
        new Wire.AudioStreamList([.. media.AudioStreams.Select(stream => MpsStreamMapper.Audio(stream, media))]),
        new Wire.SubtitleStreamList([.. media.SubtitleStreams.Select(MpsStreamMapper.Subtitle)]));

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
}

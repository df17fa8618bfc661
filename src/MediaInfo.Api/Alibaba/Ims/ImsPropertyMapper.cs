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
        DurationInaccurate = AlibabaText.Flag(media.DurationInaccurate),
        Encrypted = AlibabaText.Flag(media.Container.Encrypted),
        Bitrate = AlibabaText.KilobitsPerSecond(media.Container.BitRate),
        Width = AlibabaText.Number(media.MainVideo?.Width),
        Height = AlibabaText.Number(media.MainVideo?.Height),
    };

    private static AudioStreamInfo Audio(AudioStream stream) => new(StreamMapper.Audio(stream))
    {
        SampleRate = AlibabaText.Number(stream.SampleRate),
        Lang = stream.Language ?? StreamMapper.UnknownLanguage,
    };

    // The same values under this action's own member names, so that each is formatted in one place.
    private static JobVideoStreamInfo Video(VideoStream stream)
    {
        var video = StreamMapper.Video(stream);
        return new JobVideoStreamInfo
        {
            Index = video.Index,
            CodecName = video.CodecName,
            CodecLongName = video.CodecLongName,
            Profile = video.Profile,
            CodecTimeBase = video.CodecTimeBase,
            CodecTagString = video.CodecTagString,
            CodecTag = video.CodecTag,
            Width = video.Width,
            Height = video.Height,
            HasBFrames = video.HasBFrames,
            Sar = video.Sar,
            Dar = video.Dar,
            PixFmt = video.PixFmt,
            Level = video.Level,
            Fps = video.Fps,
            AvgFps = video.AvgFPS,
            TimeBase = video.Timebase,
            StartTime = video.StartTime,
            Duration = video.Duration,
            BitRate = video.Bitrate,
            NumFrames = video.NumFrames,
            Lang = video.Lang ?? StreamMapper.UnknownLanguage,
            Rotate = video.Rotate ?? NoRotation,
        };
    }
}

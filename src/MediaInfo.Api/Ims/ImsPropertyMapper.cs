using System.Globalization;
using MediaInfo.Api.Ims.Wire;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Ims;

/// <summary>
/// Says a description in the words of IMS's job actions: strings alone, unknown members left out, every stream listed.
/// </summary>
public static class ImsPropertyMapper
{
    private const string NoLanguage = "und";
    private const string NoRotation = "0";

    /// <summary>The property of a job that succeeded.</summary>
    /// <param name="media">The description.</param>
    /// <param name="address">The analysed object.</param>
    /// <param name="mediaId">The media asset that it belongs to; null for none.</param>
    public static MediaInfoProperty ToProperty(MediaDescription media, ObjectAddress address, string? mediaId) => new(
        File(media, address) with { MediaId = mediaId },
        [.. media.AudioStreams.Select(Audio)],
        [.. media.VideoStreams.Select(Video)]);

    private static FileBasicInfo File(MediaDescription media, ObjectAddress address) => new()
    {
        FileName = address.Source.Key[(address.Source.Key.LastIndexOf('/') + 1)..],
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

    private static AudioStreamInfo Audio(AudioStream stream) => new()
    {
        Index = Index(stream),
        CodecName = stream.CodecName,
        CodecLongName = stream.CodecLongName,
        CodecTimeBase = AlibabaText.Ratio(stream.CodecTimeBase),
        CodecTagString = stream.CodecTagString,
        CodecTag = stream.CodecTag,
        SampleFmt = stream.SampleFormat,
        SampleRate = AlibabaText.Number(stream.SampleRate),
        Channels = AlibabaText.Number(stream.Channels),
        ChannelLayout = stream.ChannelLayout,
        Timebase = AlibabaText.Ratio(stream.TimeBase),
        StartTime = AlibabaText.Seconds(stream.StartTime),
        Duration = AlibabaText.Seconds(stream.Duration),
        Bitrate = AlibabaText.KilobitsPerSecond(stream.BitRate),
        Lang = stream.Language ?? NoLanguage,
    };

    private static JobVideoStreamInfo Video(VideoStream stream) => new()
    {
        Index = Index(stream),
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
        BitRate = AlibabaText.KilobitsPerSecond(stream.BitRate ?? stream.DerivedBitRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Lang = stream.Language ?? NoLanguage,
        Rotate = AlibabaText.Number(stream.Rotation) ?? NoRotation,
    };

    private static string Index(MediaStream stream) => stream.Index.ToString(CultureInfo.InvariantCulture);
}

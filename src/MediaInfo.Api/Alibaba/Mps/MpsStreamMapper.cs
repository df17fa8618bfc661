using System.Globalization;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Streams;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Maps a description's streams to MPS.</summary>
internal static class MpsStreamMapper
{
    internal static Wire.VideoStream Video(VideoStream stream, MediaDescription media, MpsPropertiesOptions options) =>
        new(StreamMapper.Video(stream))
        {
            CodecName = stream.CodecName is "hevc" ? options.HevcCodecName : stream.CodecName,
            ColorRange = stream.ColorRange,
            ColorTransfer = stream.ColorTransfer,
            ColorPrimaries = stream.ColorPrimaries,
            NetworkCost = Cost(stream.NetworkCost),
            DurationInaccurate = DurationInaccurate(media),
            DolbyVision = Dolby(stream.DolbyVision),
        };

    internal static Wire.AudioStream Audio(AudioStream stream, MediaDescription media) => new(StreamMapper.Audio(stream))
    {
        Samplerate = AlibabaText.Number(stream.SampleRate),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        DurationInaccurate = DurationInaccurate(media),
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
}

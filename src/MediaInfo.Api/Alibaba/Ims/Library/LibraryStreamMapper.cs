using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Streams;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps a description's streams to GetMediaInfo's response, which differs from that of media information jobs.</summary>
internal static class LibraryStreamMapper
{
    private const long Microseconds = 1_000_000;
    private const decimal MaxSeconds = 1_000_000_000;

    internal static VideoStreamInfo Video(VideoStream stream) => new(StreamMapper.Video(stream))
    {
        Lang = stream.Language ?? StreamMapper.UnknownLanguage,
        Rotate = AlibabaText.Number(stream.Rotation ?? 0),
        Nb_frames = AlibabaText.Number(stream.FrameCount),
    };

    internal static AudioStreamInfo Audio(AudioStream stream) => new(StreamMapper.Audio(stream))
    {
        Profile = stream.Profile,
        SampleRate = AlibabaText.Number(stream.SampleRate),
        Fps = AlibabaText.FrameRate(FrameRate(stream)),
        NumFrames = AlibabaText.Number(stream.FrameCount),
        Lang = stream.Language ?? StreamMapper.UnknownLanguage,
    };

    internal static SubtitleInfo Subtitle(SubtitleStream stream) => StreamMapper.Subtitle(stream) with
    {
        Lang = stream.Language ?? StreamMapper.UnknownLanguage,
    };

    private static Rational? FrameRate(AudioStream stream) =>
        stream is { FrameCount: { } frames and < long.MaxValue / Microseconds, Duration: > 0 and < MaxSeconds and { } seconds }
            ? new Rational(frames * Microseconds, (long)(seconds * Microseconds))
            : null;
}

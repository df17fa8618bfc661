using System.Globalization;
using MediaInfo.Api.Huawei.Mpc.Wire;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>
/// Maps a description to MPC: sizes and rates are numbers, rates in kbit/s of 1,024 bits, unknown members omitted.
/// </summary>
/// <remarks>
/// The units are those of the pages' samples, where the tables differ. A sample has 5481 for 5613152 bit/s, 5605 for the whole
/// file, which is 5481 plus the audio's 124, and 23 for 23.976 frames/s.
/// </remarks>
public static class MpcMetaDataMapper
{
    private const int BitsPerByte = 8;
    private const int BitsPerKilobit = 1024;
    private const int MillisecondsPerSecond = 1000;

    /// <summary>The description for responses and result files. Cover pictures do not count as video.</summary>
    public static MetaData Map(MediaDescription media)
    {
        var moving = media.VideoStreams.Where(stream => !stream.IsAttachedPicture).ToList();
        var rest = moving.Count == 1 ? RateOfWhole(media.Container) : null;
        var video = moving.Select(stream => Video(stream, stream.BitRate ?? rest)).ToList();
        var audio = media.AudioStreams.Select(Audio).ToList();
        var sum = video.Sum(stream => stream.Bitrate ?? 0) + audio.Sum(stream => stream.Bitrate);
        return new MetaData
        {
            Size = media.Container.Size,
            DurationMs = (double?)media.Container.Duration,
            Duration = Whole(media.Container.Duration),
            DurationInaccurate = media.DurationInaccurate ? true : null,
            Encrypted = media.Container.Encrypted,
            Format = MpcNames.Format(media.Container),
            Md5 = media.Md5,
            Bitrate = sum > 0 ? sum : null,
            Video = video,
            Audio = audio,
        };
    }

    // If a file's only video has no rate of its own, it gets the whole file's rate, audio included: a sample has 1001277 bit/s
    // for 3189068 bytes in 25.48 s. A playlist's size is that of the playlist, not of the segments.
    private static long? RateOfWhole(ContainerDescription container) =>
        container is { FormatName: not ("hls,applehttp" or "dash"), Size: > 0 and var size, Duration: > 0 and var duration }
            ? (long)decimal.Floor(size * (decimal)BitsPerByte / duration)
            : container.BitRate;

    private static VideoInfo Video(VideoStream stream, long? rate) => new()
    {
        Width = stream.Width,
        Height = stream.Height,
        Bitrate = rate / BitsPerKilobit,
        BitrateBps = rate,
        FrameRate = stream.AverageFrameRate is { IsPositive: true } average ? average.Numerator / average.Denominator : null,
        Codec = MpcNames.Codec(stream.CodecName),
        Duration = Text(Whole(stream.Duration)),
        DurationMs = Text(Whole(stream.Duration * MillisecondsPerSecond)),
        Rotate = stream.Rotation,
    };

    private static AudioInfo Audio(AudioStream stream) => new()
    {
        Codec = MpcNames.Codec(stream.CodecName),
        Sample = stream.SampleRate,
        Channels = stream.Channels,
        Bitrate = (stream.BitRate ?? 0) / BitsPerKilobit,
        BitrateBps = stream.BitRate ?? 0,
        Duration = Text(Whole(stream.Duration)),
        DurationMs = Text(Whole(stream.Duration * MillisecondsPerSecond)),
    };

    private static long? Whole(decimal? value) => value is { } known ? (long)decimal.Floor(known) : null;

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}

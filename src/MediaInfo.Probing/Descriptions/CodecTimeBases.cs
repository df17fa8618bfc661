using MediaInfo.Core.Media;
namespace MediaInfo.Probing.Descriptions;

/// <summary>
/// ffprobe printed codec_time_base until FFmpeg 5 (2022). The vendors still return it: MPS documents 1001/48000 for H.264 at
/// 24000/1001 frames/s, and a live response of the service has 968897/114984000 for 57492000/968897.
/// </summary>
internal static class CodecTimeBases
{
    /// <summary>"0/1".</summary>
    internal static Rational OfSubtitle => new(0, 1);

    /// <summary>
    /// One decoder tick. H.264 has two ticks per frame, one per field; MPEG-2, HEVC and all others have one. Without an average
    /// rate the tick is 0/2 or 0/1.
    /// </summary>
    internal static Rational OfVideo(string? codecName, Rational? averageRate)
    {
        var ticks = codecName is "h264" ? 2 : 1;
        return averageRate is { } rate
            ? new Rational(rate.Denominator, rate.Numerator * ticks).Reduced()
            : new Rational(0, ticks);
    }

    /// <summary>One sample: "1/48000"; "1/0" if the rate is unknown.</summary>
    internal static Rational OfAudio(int? sampleRate) => new(1, sampleRate ?? 0);
}

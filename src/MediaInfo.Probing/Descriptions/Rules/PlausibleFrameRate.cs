using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Of two frame rates the plausible one counts. FFmpeg's r_frame_rate is the least rate that fits all times it saw: with
/// times in milliseconds it prints 1000, with those of a phone's variable rate 57600 or 90000, where the average is 30 or
/// 7.2.
/// </summary>
internal sealed class PlausibleFrameRate : IMediaRule<RuleFacts>
{
    // Faster cameras write files that play slowly. Times are never finer than a time base.
    private const double Highest = 300;

    private const double Tolerance = 0.1;

    // A rate of fields is twice that of frames, and with pulldown more than that; no picture stays for eight frames on average.
    private const double MostRepeats = 8;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => media.WithStreams(
        stream => stream switch
        {
            // A cover picture is shown once; FFmpeg prints the clock's 90000.
            VideoStream { IsAttachedPicture: true, FrameRate: not null } cover => cover with { FrameRate = null },
            VideoStream { IsAttachedPicture: false } video => Plausible(video),
            _ => stream,
        });

    private static VideoStream Plausible(VideoStream video)
    {
        var (every, average) = (video.FrameRate, video.AverageFrameRate);
        var known = Counted(video) ?? (IsSame(every, average) ? average?.Value : null);
        average = IsPlausible(average, video, known) ? average : null;
        every = IsPlausible(every, video, known) && !(every?.Value > 60 && every.Value.Value > average?.Value * MostRepeats)
            ? every
            : null;

        // What ffprobe has none of stays unknown.
        (every, average) = (
            video.FrameRate is null ? null : every ?? average,
            video.AverageFrameRate is null ? null : average ?? every);
        return (every, average) == (video.FrameRate, video.AverageFrameRate)
            ? video
            : video with { FrameRate = every, AverageFrameRate = average };
    }

    // Real footage of that speed has as many frames as it says, or at least both rates agree.
    private static bool IsPlausible(Rational? rate, VideoStream video, double? known) =>
        rate is not { } stated || (!IsOfTimeBase(stated, video.TimeBase) && (stated.Value <= Highest || IsNear(stated, known)))
        || (video.FrameCount is not null && IsNear(stated, known));

    private static bool IsSame(Rational? one, Rational? other) => one is { } rate && IsNear(rate, other?.Value);

    private static bool IsNear(Rational rate, double? known) =>
        known is { } real && Math.Abs((rate.Value / real) - 1) < Tolerance;

    private static bool IsOfTimeBase(Rational rate, Rational? timeBase) =>
        timeBase is { IsPositive: true } unit && rate.Value >= 120 && Math.Abs((rate.Value * unit.Value) - 1) < 1e-6;

    private static double? Counted(VideoStream video) =>
        video is { FrameCount: > 1 and var frames, Duration: > 0 and var duration } ? (double)(frames / duration) : null;
}

using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Of a fragmented MP4 with an index, ffprobe reads the first fragment alone, and divides its bytes by the whole duration: a video
/// of 400 kbit/s and 900 s has 1.019 kbit/s, and 24.71 frames/s instead of 25. Of one that is only partly fragmented it prints the
/// frames before the first fragment. All fragments' heads tell the right values; if they are too many, the wrong ones are left out.
/// </summary>
internal sealed class PartlyIndexed : IMediaRule<RuleFacts>
{
    private const decimal BitsPerByte = 8;
    private const double CloseRates = 0.05;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.Headers.Movie is { IsFragmented: true, FirstFragment: not null } && HeaderReader.IsPartlyKnown(facts.Report)
            ? media.WithStreams(stream => facts.TrackOf(stream) is not { } track || stream is OtherStream ? stream
                : facts.Headers.Fragments is { } all && all.TryGetValue(track.Id, out var totals) && track.Timescale > 0
                    ? Counted(stream, track, totals)
                    : Without(stream))
            : media;

    private static MediaStream Counted(MediaStream stream, IsoTrack track, TrackTotals totals)
    {
        // What moov itself lists has a size and a duration that the fragments do not tell.
        var isAll = track.Samples == 0;
        var seconds = totals.Ticks is > 0 and var ticks ? (decimal)ticks / track.Timescale : (decimal?)null;
        var counted = stream with
        {
            FrameCount = totals.Frames + track.Samples,
            BitRate = !isAll ? stream.BitRate : totals.Bytes * BitsPerByte / seconds is { } rate ? (long)rate : null,
        };
        return counted is VideoStream video
            ? video with { AverageFrameRate = isAll && RateOf(totals, track) is { } average ? average : Nearest(video) }
            : counted;
    }

    private static MediaStream Without(MediaStream stream)
    {
        var without = stream with { FrameCount = null, BitRate = null };
        return without is VideoStream video ? video with { AverageFrameRate = Nearest(video) } : without;
    }

    private static Rational? RateOf(TrackTotals totals, IsoTrack track) =>
        totals is { Frames: > 0 and var frames, Ticks: > 0 and var ticks }
        && new Rational(frames * track.Timescale, ticks).Reduced() is { Numerator: <= int.MaxValue, Denominator: <= int.MaxValue } rate
            ? rate
            : null;

    private static Rational? Nearest(VideoStream video) =>
        video is { FrameRate: { IsPositive: true } every, AverageFrameRate: { IsPositive: true } average }
        && Math.Abs((average.Value / every.Value) - 1) <= CloseRates
            ? every
            : video.AverageFrameRate;
}

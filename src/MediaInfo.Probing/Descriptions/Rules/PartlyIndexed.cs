using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Of a fragmented MP4 with an index, ffprobe reads the first fragment alone, and divides its bytes by the whole duration: a
/// video of 400 kbit/s and 900 s has 1.019 kbit/s, and 24.71 frames/s instead of 25. FFmpeg 7 divides by the duration of that
/// fragment, which begins with the largest frame. Of one that is only partly fragmented it
/// prints the frames before the first fragment. All fragments' heads tell the right values; if they are too many, the wrong
/// ones are left out.
/// </summary>
internal sealed class PartlyIndexed : IMediaRule<RuleFacts>
{
    private const decimal BitsPerByte = 8;
    private const double SameRate = 0.01;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) =>
        facts.Headers.Movie is { IsFragmented: true, FirstFragment: not null } movie
            ? media.WithStreams(stream => facts.TrackOf(stream) is { } track && stream is not OtherStream
                ? Corrected(stream, track, movie, facts)
                : stream)
            : media;

    private static MediaStream Corrected(MediaStream stream, IsoTrack track, IsoMovie movie, RuleFacts facts)
    {
        var totals = facts.Headers.Fragments?.GetValueOrDefault(track.Id);
        var counted = stream with { FrameCount = totals is null ? null : totals.Frames + track.Samples };
        if (!HeaderReader.HasPartlyKnownRates(facts.Report, movie))
        {
            return counted;
        }

        // What moov itself lists has a size and a duration that the fragments do not tell.
        var known = track.Samples == 0 && track.Timescale > 0 ? totals : null;
        var rate = known?.Bytes * BitsPerByte * track.Timescale / (known?.Ticks is > 0 and var ticks ? ticks : null);
        counted = counted with { BitRate = (long?)rate };
        return counted is VideoStream video
            ? video with { AverageFrameRate = Average(video, known, track) }
            : counted;
    }

    // The last frame of a fragment may stay longer, until the sound ends.
    private static Rational? Average(VideoStream video, TrackTotals? totals, IsoTrack track) =>
        totals is { Frames: > 0 and var frames, Ticks: > 0 and var ticks }
        && new Rational(frames * track.Timescale, ticks).Reduced() is var rate
        && rate is { Numerator: <= int.MaxValue, Denominator: <= int.MaxValue }
            ? video.FrameRate is { IsPositive: true } every && Math.Abs((rate.Value / every.Value) - 1) <= SameRate ? every : rate
            : null;
}

using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Probing.Frames;

/// <summary>Gets at frames in several ways, until one gives a picture.</summary>
/// <param name="shot">Makes a picture.</param>
/// <param name="order">The order.</param>
/// <param name="source">What shows the frames.</param>
internal sealed class FrameTaker(FrameShot shot, FrameOrder order, FrameSource source)
{
    private readonly DarkFrames? _dark =
        order.BlackLevel is { } level ? new DarkFrames(level, order.PixelBlackThreshold) : null;

    /// <summary>The picture of a time: of the frame then, or else of the first behind, or else of an earlier one.</summary>
    /// <returns>The picture; null with the failure, or with the last refusal if nothing decodes anywhere.</returns>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<(TakenFrame? Taken, JobFailure? Failure)> TakeAsync(decimal time, CancellationToken cancellationToken)
    {
        var (found, failure) = await NearAsync(time, cancellationToken);
        if (found is not { IsDark: true, Taken: { } black } || source.IsStill)
        {
            return (found?.Taken, failure);
        }

        var begin = Math.Max(black.Time, time);
        var search = new FrameSeek(begin, begin, IsExact: false, KeyFrames: false);
        var brighter = await shot.TakeAsync(
            search, _dark! with { Until = begin + (decimal)DarkFrames.Window.TotalSeconds }, cancellationToken);
        return brighter.IsFinal ? (null, brighter.Failure) : (brighter.Taken ?? black, null);
    }

    private async Task<(ShotResult? Found, JobFailure? Failure)> NearAsync(decimal time, CancellationToken cancellationToken)
    {
        if (source.IsStill)
        {
            return Split(await shot.TakeAsync(FrameSeek.Still, _dark, cancellationToken));
        }

        ShotResult? late = null;
        JobFailure? refusal = null;
        foreach (var seek in FrameSeek.To(time, order.KeyFrames, source.Backs))
        {
            var result = await shot.TakeAsync(seek, _dark, cancellationToken);
            if (result.LastTime is { } last)
            {
                // The video has ended, or no key frame follows.
                result = StepBack(await shot.TakeAsync(seek with { Time = last }, _dark, cancellationToken), time);
            }

            if (result.IsFinal || (result.Taken is { } taken && (taken.Time <= time || seek.From == 0)))
            {
                return Split(result);
            }

            (late, refusal) = (result.Taken is null ? late : result, refusal ?? result.Failure);
        }

        return late is not null ? (late, null) : await BeforeAsync(time, refusal, cancellationToken);
    }

    private async Task<(ShotResult? Found, JobFailure? Failure)> BeforeAsync(
        decimal time, JobFailure? refusal, CancellationToken cancellationToken)
    {
        foreach (var seek in FrameSeek.Before(time))
        {
            var result = await shot.TakeAsync(seek, _dark, cancellationToken);
            if (result.IsFinal || result.Taken is not null)
            {
                return Split(StepBack(result, decimal.MaxValue));
            }

            refusal ??= result.Failure;
        }

        return (null, refusal);
    }

    private ShotResult StepBack(ShotResult result, decimal time) => result with
    {
        Taken = result.Taken is null ? null : result.Taken with { IsStepBack = time >= (source.Duration ?? 0) },
    };

    private static (ShotResult? Found, JobFailure? Failure) Split(ShotResult result) =>
        result.Taken is null ? (null, result.Failure) : (result, null);
}

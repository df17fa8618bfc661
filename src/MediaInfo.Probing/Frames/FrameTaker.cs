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

    /// <summary>The picture of a time: of the frame then, or else of the nearest before, or else of the first behind.</summary>
    /// <returns>The picture; null with the failure, or with the last refusal if nothing decodes anywhere.</returns>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<(TakenFrame? Taken, JobFailure? Failure)> TakeAsync(decimal time, CancellationToken cancellationToken)
    {
        var (found, failure) = await NearAsync(time, cancellationToken);
        if (found is not { IsDark: true, Taken: { } black } || source.IsStill)
        {
            return (found?.Taken, failure);
        }

        var search = new FrameSeek(Math.Max(black.Time, time), 0, IsExact: false, KeyFrames: false);
        var brighter = await shot.TakeAsync(
            search, _dark! with { Until = search.Time + DarkFrames.Window }, cancellationToken);
        return brighter.IsFinal ? (null, brighter.Failure) : (brighter.Taken ?? black, null);
    }

    private async Task<(ShotResult? Found, JobFailure? Failure)> NearAsync(decimal time, CancellationToken cancellationToken)
    {
        ShotResult? late = null;
        JobFailure? refusal = null;
        foreach (var seek in source.IsStill ? FrameSeek.Still : FrameSeek.Plan(time, order.KeyFrames))
        {
            if (late is not null && seek.Back == 0)
            {
                break;
            }

            var result = await shot.TakeAsync(seek, _dark, cancellationToken);
            if (result.IsFinal)
            {
                return (null, result.Failure);
            }

            refusal ??= result.Failure;
            if (result.Taken is { } taken && (taken.Time <= time || seek.From == 0))
            {
                return (result with { Taken = taken with { IsStepBack = seek.IsStepBack } }, null);
            }

            late = result.Taken is null ? late : result;
        }

        return (late, late is null ? refusal : null);
    }
}

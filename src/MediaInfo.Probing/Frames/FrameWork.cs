using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Probing.Frames;

/// <summary>Makes the pictures of one order.</summary>
/// <param name="ffmpeg">Runs ffmpeg.</param>
/// <param name="hidden">Finds streams that keep an object from being read.</param>
/// <param name="options">The limits.</param>
/// <param name="session">The step's view of storage.</param>
/// <param name="source">What shows the frames.</param>
internal sealed class FrameWork(
    ToolRunner ffmpeg, HiddenStreams hidden, FrameOptions options, ProbeSession session, FrameSource source)
{
    private const int MaxStarts = 3;

    private int _pictures;

    /// <summary>The order.</summary>
    public required FrameOrder Order { get; init; }

    /// <summary>Stores a picture.</summary>
    public required Func<MadePicture, CancellationToken, Task<JobFailure?>> Keep { get; init; }

    /// <summary>Told the share that is done; null for none.</summary>
    public required IProgress<double>? Progress { get; init; }

    /// <summary>Makes them.</summary>
    /// <param name="times">The times of their frames in seconds, ascending.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Why it ended early; null if it did not.</returns>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<JobFailure?> RunAsync(IReadOnlyList<decimal> times, CancellationToken cancellationToken)
    {
        var grid = Order.Sprite is { } layout ? new SpriteGrid(layout, Order) : null;
        var encoding = grid is null ? PictureEncoding.Of(Order.Format) : PictureEncoding.Raw;
        var size = grid?.FirstCell ?? new FrameSize(Order.Width, Order.Height, options.MaxSide, "black");

        // The first alone: it brings the headers, and tells what must be hidden and the size of all cells.
        var (first, at, failure) = await FirstAsync(TakerOf(size, encoding), times, cancellationToken);
        if (first is null)
        {
            return failure;
        }

        var taker = TakerOf(grid is null ? size : size with { Width = first.Width, Height = first.Height }, encoding);
        var series = new FrameSeries(
            (time, token) => time == at
                ? Task.FromResult<(TakenFrame?, JobFailure?)>((first, null))
                : taker.TakeAsync(time, token),
            Order.KeyFrames || Order.Interval is null,
            source.Duration is null,
            options.AtOnce);
        var pages = grid is null ? null : new SpritePages(ffmpeg, options, grid, PictureEncoding.Of(Order.Format));
        await foreach (var (frame, done) in series.TakeAsync(times.SkipWhile(time => time < at), cancellationToken))
        {
            if (await AddAsync(pages, frame, cancellationToken) is { } unkept)
            {
                return unkept;
            }

            Progress?.Report((double)done / times.Count);
        }

        return series.Failure ?? await EndAsync(pages, cancellationToken);
    }

    private FrameTaker TakerOf(FrameSize size, PictureEncoding encoding) =>
        new(new FrameShot(ffmpeg, options, session, source) { Size = size, Encoding = encoding }, Order, source);

    // The beginning of a broken object may be what is broken.
    private async Task<(TakenFrame? First, decimal At, JobFailure? Failure)> FirstAsync(
        FrameTaker taker, IReadOnlyList<decimal> times, CancellationToken cancellationToken)
    {
        foreach (var time in times.Take(MaxStarts))
        {
            var (taken, failure) = await taker.TakeAsync(time, cancellationToken);
            if (ShotResult.IsRefusal(failure) && await hidden.HideAsync(session, cancellationToken))
            {
                (taken, failure) = await taker.TakeAsync(time, cancellationToken);
            }

            if (taken is not null || (failure is not null && !ShotResult.IsRefusal(failure)))
            {
                return (taken, time, failure);
            }
        }

        return (null, 0, new JobFailure(FailureReason.NoPicture, "No picture of the object can be decoded"));
    }

    private async Task<JobFailure?> AddAsync(SpritePages? pages, TakenFrame frame, CancellationToken cancellationToken)
    {
        if (pages is null)
        {
            var picture = new MadePicture(++_pictures, frame.Content, frame.Width, frame.Height, [(double)frame.Time]);
            return await Keep(picture, cancellationToken);
        }

        var (page, failure) = await pages.AddAsync(frame, cancellationToken);
        return page is null ? failure : await Keep(page, cancellationToken);
    }

    private async Task<JobFailure?> EndAsync(SpritePages? pages, CancellationToken cancellationToken)
    {
        var (page, failure) = pages is null ? default : await pages.EndAsync(cancellationToken);
        failure ??= page is null ? null : await Keep(page, cancellationToken);
        Progress?.Report(1);
        return failure;
    }
}

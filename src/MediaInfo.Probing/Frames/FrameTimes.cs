using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Probing.Frames;

/// <summary>The times of the frames that an order asks for.</summary>
internal static class FrameTimes
{
    // Between frames that should be spread evenly over nobody knows how much time.
    private const decimal UnknownStep = 10;

    /// <summary>The times in seconds from the object's beginning, ascending; endless if nothing bounds them.</summary>
    /// <param name="order">The order.</param>
    /// <param name="source">What shows the frames.</param>
    public static IEnumerable<decimal> Of(FrameOrder order, FrameSource source)
    {
        var start = Math.Max(0, (decimal)order.Start.TotalSeconds);
        var isOne = source.IsStill || order.Kind == FrameOrderKind.Cover || (order.Interval is null && (order.Count ?? 1) <= 1);
        if (isOne)
        {
            return [source.IsStill ? 0 : start];
        }

        var step = order.Interval is { } interval && interval > TimeSpan.Zero ? (decimal)interval.TotalSeconds
            : source.Duration is { } duration && duration > start ? (duration - start) / (order.Count ?? 1)
            : UnknownStep;
        var times = Endless(start, step).TakeWhile((time, n) => n == 0 || source.Duration is not { } end || time < end);
        return order.Count is { } count ? times.Take(count) : times;
    }

    private static IEnumerable<decimal> Endless(decimal start, decimal step)
    {
        for (var n = 0; ; n++)
        {
            yield return start + (n * step);
        }
    }
}

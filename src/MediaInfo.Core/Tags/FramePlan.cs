using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Tags;

/// <summary>Which frames of an object recognisers look at.</summary>
public static class FramePlan
{
    /// <summary>One frame for each interval; evenly spread ones if that would be too many. Null without a picture.</summary>
    /// <param name="media">The object's description.</param>
    /// <param name="interval">The time from one frame to the next.</param>
    /// <param name="most">The most frames.</param>
    public static FrameOrder? Of(MediaDescription media, TimeSpan interval, int most)
    {
        if (media.MainVideo is null)
        {
            return null;
        }

        var length = media.Kind == MediaKind.Image ? TimeSpan.Zero : LengthOf(media);
        var count = Math.Min(Math.Floor(length / interval) + 1, most);
        return new FrameOrder(FrameOrderKind.Snapshots)
        {
            KeyFrames = false,
            Interval = TimeSpan.FromTicks(Math.Max(interval.Ticks, length.Ticks / (long)count)),
            Count = (int)count,
        };
    }

    // An object that does not say how long it is may go on for a day: the frames then end with it.
    private static TimeSpan LengthOf(MediaDescription media) => TimeSpan.FromSeconds(
        (double)Math.Clamp(media.Container.Duration ?? media.MainVideo?.Duration ?? 86_400, 0, 10_000_000));
}

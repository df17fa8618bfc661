using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace MediaInfo.Probing.Playlists;

/// <summary>An S element of a SegmentTimeline: consecutive segments of equal duration.</summary>
/// <param name="Start">Time of the first.</param>
/// <param name="Duration">Duration of each.</param>
/// <param name="Repeats">How many follow the first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DashRun(long Start, long Duration, long Repeats)
{
    /// <summary>The time of one of its segments, counted from 0.</summary>
    public long TimeOf(long segment) => unchecked(Start + (segment * Duration));

    /// <summary>The runs of a time line, each with its start; the last is null if one cannot be determined.</summary>
    /// <param name="timeline">The time line.</param>
    /// <param name="end">Where its period ends; null if unknown.</param>
    /// <remarks>
    /// A negative repeat count means up to the start of the next run, or else to the end of the period (ISO/IEC 23009-1,
    /// 5.3.9.6.2).
    /// </remarks>
    public static IEnumerable<DashRun?> Of(XElement timeline, long? end)
    {
        long next = 0;
        for (var s = timeline.Elements("S").FirstOrDefault(); s is not null; s = s.NextNode as XElement)
        {
            if (!TryRead(s, "t", next, out var start) || !TryRead(s, "d", 0, out var duration)
                || !TryRead(s, "r", 0, out var repeats) || duration < 0)
            {
                yield return null;
                yield break;
            }

            if (repeats < 0)
            {
                var until = s.NextNode is XElement following && TryRead(following, "t", long.MinValue, out var at)
                    && at != long.MinValue ? at : end;
                if (duration == 0 || until is not { } limit || limit <= start)
                {
                    yield return null;
                    yield break;
                }

                repeats = (long)((((Int128)limit - start + duration - 1) / duration) - 1);
            }

            yield return new DashRun(start, duration, repeats);
            next = unchecked(start + (duration * (repeats + 1)));
        }
    }

    /// <summary>An integer in a manifest; null if the text is not one.</summary>
    public static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool TryRead(XElement s, string name, long otherwise, out long number)
    {
        var text = s.Attribute(name)?.Value;
        number = text is null ? otherwise : Whole(text) ?? 0;
        return text is null || Whole(text) is not null;
    }
}

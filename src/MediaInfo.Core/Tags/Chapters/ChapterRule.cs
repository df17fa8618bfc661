namespace MediaInfo.Core.Tags.Chapters;

/// <summary>Cuts an object into chapters.</summary>
/// <remarks>
/// The places where a chapter could begin are taken from the clearest to the weakest: behind black with silence, behind black,
/// at a change of scene in silence, at a change of scene. In sound without a picture it is behind silence, the longest first. A
/// place is taken if no chapter becomes shorter than the minimum. So that a film does not fall into its shots, a change of
/// scene must also be in a chapter that is still long: of more than twice the minimum in silence, of more than four times
/// without.
/// </remarks>
public static class ChapterRule
{
    private const int LongInSilence = 2;
    private const int Long = 4;

    /// <summary>The chapters, in order of time: at least one, without gaps, from the beginning to the end.</summary>
    /// <param name="detections">What was detected.</param>
    /// <param name="shortest">The minimum length of a chapter; a shorter object is one chapter.</param>
    /// <param name="most">The most chapters.</param>
    public static IReadOnlyList<FoundChapter> Cut(Detections detections, TimeSpan shortest, int most)
    {
        var starts = new SortedDictionary<double, ChapterCause> { [0] = ChapterCause.Start };
        var times = new SortedSet<double> { 0, detections.Duration };
        foreach (var boundary in ChapterBoundaries.In(detections).TakeWhile(_ => starts.Count < most))
        {
            if (boundary.Time > 0 && boundary.Time < detections.Duration && Fits(boundary, times, shortest.TotalSeconds))
            {
                starts.Add(boundary.Time, boundary.Cause);
                times.Add(boundary.Time);
            }
        }

        var ends = starts.Keys.Skip(1).Append(detections.Duration);
        return [.. starts.Zip(ends, (start, end) => new FoundChapter(start.Key, end, start.Value))];
    }

    private static bool Fits(ChapterBoundary boundary, SortedSet<double> times, double shortest)
    {
        var before = times.GetViewBetween(double.NegativeInfinity, boundary.Time).Max;
        var after = times.GetViewBetween(boundary.Time, double.PositiveInfinity).Min;
        var needed = boundary.Cause switch
        {
            ChapterCause.Cut => Long * shortest,
            ChapterCause.CutAndSilence => LongInSilence * shortest,
            _ => 0,
        };
        return boundary.Time - before >= shortest && after - boundary.Time >= shortest && after - before > needed;
    }
}

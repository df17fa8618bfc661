namespace MediaInfo.Core.Tags.Chapters;

/// <summary>Finds the places where chapters could begin.</summary>
internal static class ChapterBoundaries
{
    // Sound and picture are rarely cut in the same moment.
    private const double Tolerance = 0.5;

    /// <summary>All of them, the clearest first.</summary>
    public static IEnumerable<ChapterBoundary> In(Detections detections) =>
        AfterBlack(detections)
            .Concat(AtChanges(detections))
            .Concat(detections.HasPicture ? [] : AfterSilence(detections))
            .OrderByDescending(boundary => boundary.Cause)
            .ThenByDescending(boundary => boundary.Weight)
            .ThenBy(boundary => boundary.Time);

    private static IEnumerable<ChapterBoundary> AfterBlack(Detections detections)
    {
        var silence = new StretchWalk(detections.Silence, Tolerance);
        foreach (var black in detections.Black)
        {
            var cause = silence.Meets(black) ? ChapterCause.BlackAndSilence : ChapterCause.Black;
            yield return new ChapterBoundary(black.To, cause, black.To - black.From);
        }
    }

    // A change at an edge of a black stretch is that stretch's.
    private static IEnumerable<ChapterBoundary> AtChanges(Detections detections)
    {
        var black = new StretchWalk(detections.Black, Tolerance);
        var silence = new StretchWalk(detections.Silence, Tolerance);
        foreach (var change in detections.Changes)
        {
            var at = new Stretch(change.Time, change.Time);
            if (!black.Meets(at))
            {
                var cause = silence.Meets(at) ? ChapterCause.CutAndSilence : ChapterCause.Cut;
                yield return new ChapterBoundary(change.Time, cause, change.Score);
            }
        }
    }

    private static IEnumerable<ChapterBoundary> AfterSilence(Detections detections) =>
        detections.Silence.Select(
            silence => new ChapterBoundary(silence.To, ChapterCause.Silence, silence.To - silence.From));
}

namespace MediaInfo.Core.Tags.Text;

/// <summary>
/// Joins the lines of frames to spans of time: a line that the next frame has too, in nearly the same place, is the same line.
/// </summary>
/// <remarks>
/// OCR reads a line a little differently in each frame. Two lines are the same if at most a quarter of the characters differ,
/// and the one of which the OCR was more sure is kept.
/// </remarks>
public sealed class TextSpans
{
    private const int MaxSpans = 50_000;
    private const double SamePlace = 0.3;
    private const double SameText = 0.25;

    private readonly List<TextSpan> _ended = [];
    private List<TextSpan> _open = [];

    /// <summary>Whether lines were left out because there were too many.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds the lines of the next frame.</summary>
    /// <param name="time">Its time, in seconds from the object's beginning.</param>
    /// <param name="lines">Its lines; empty for none.</param>
    public void Add(double time, IReadOnlyList<TextLine> lines)
    {
        var open = new List<TextSpan>(lines.Count);
        foreach (var line in lines)
        {
            if (_open.Find(span => AreSame(span.Line, line)) is { } same)
            {
                _open.Remove(same);
                open.Add(same with { To = time, Line = line.Score > same.Line.Score ? line : same.Line });
            }
            else
            {
                open.Add(new TextSpan(time, time, line));
            }
        }

        End(_open);
        _open = open;
    }

    /// <summary>All spans, in order of their beginnings.</summary>
    public IReadOnlyList<TextSpan> All()
    {
        End(_open);
        _open = [];
        return [.. _ended.OrderBy(span => span.From).ThenBy(span => span.Line.Box.Top).ThenBy(span => span.Line.Box.Left)];
    }

    private void End(List<TextSpan> spans)
    {
        var room = Math.Min(spans.Count, MaxSpans - _ended.Count);
        IsCut |= room < spans.Count;
        _ended.AddRange(spans.Take(room));
    }

    private static bool AreSame(TextLine one, TextLine other) =>
        one.Box.OverlapWith(other.Box) >= SamePlace
        && EditDistance.Between(one.Value, other.Value) <= SameText * Math.Max(one.Value.Length, other.Value.Length);
}

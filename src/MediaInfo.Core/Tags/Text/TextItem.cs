namespace MediaInfo.Core.Tags.Text;

/// <summary>A line of text in a result.</summary>
/// <param name="From">The time of the first frame that has it, in seconds from the object's beginning.</param>
/// <param name="To">The time of the last frame that has it.</param>
/// <param name="Value">The text.</param>
/// <param name="Score">How sure the OCR is, 0 to 1.</param>
/// <param name="Position">Where it is, in pixels of the picture on screen.</param>
public sealed record TextItem(double From, double To, string Value, double Score, TextPosition Position)
{
    private const int Digits = 3;

    /// <summary>The item of a line.</summary>
    public static TextItem Of(TextSpan span) => new(
        Math.Round(span.From, Digits),
        Math.Round(span.To, Digits),
        span.Line.Value,
        Math.Round(span.Line.Score, Digits),
        new TextPosition([span.Line.Box.Left, span.Line.Box.Top], [span.Line.Box.Right, span.Line.Box.Bottom]));
}

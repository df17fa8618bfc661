namespace MediaInfo.Core.Tags.Text;

/// <summary>A line of text, and how long it was there.</summary>
/// <param name="From">The time of the first frame that has it, in seconds from the object's beginning.</param>
/// <param name="To">The time of the last frame that has it.</param>
/// <param name="Line">The line, as the OCR was most sure of it.</param>
public sealed record TextSpan(double From, double To, TextLine Line);

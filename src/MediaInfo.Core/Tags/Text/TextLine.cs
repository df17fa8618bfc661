namespace MediaInfo.Core.Tags.Text;

/// <summary>A line of text in a frame.</summary>
/// <param name="Value">The text.</param>
/// <param name="Score">How sure the OCR is, 0 to 1.</param>
/// <param name="Box">Where it is.</param>
public sealed record TextLine(string Value, double Score, TextBox Box);

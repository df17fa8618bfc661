using System.Text.Json;

namespace MediaInfo.Core.Tags.Text;

/// <summary>The text in frames as a result of type "OCR".</summary>
/// <param name="Languages">The languages that were looked for.</param>
/// <param name="Details">The lines, in order of time.</param>
/// <remarks>
/// Source of the type: Results of "GetMediaInfo" of Intelligent Media Services. Times, scores and positions are written as in
/// the vendor's VideoLabel ("QuerySmarttagJob"); the rest is our own.
/// </remarks>
public sealed record TextData(string Languages, IReadOnlyList<TextItem> Details)
{
    /// <summary>The type of the result.</summary>
    public const string Type = "OCR";

    /// <summary>The result.</summary>
    public static TagResult ResultOf(string languages, IReadOnlyList<TextSpan> spans) =>
        new(Type, JsonSerializer.SerializeToElement(
            new TextData(languages, [.. spans.Select(TextItem.Of)]), TextJson.Default.TextData));
}

using System.Globalization;
using System.Text;
using MediaInfo.Core.Tags.Text;

namespace MediaInfo.Probing.Recognition.Text;

/// <summary>Reads the table of "tessedit_create_tsv" of Tesseract: a row for each page, block, line and word.</summary>
/// <remarks>
/// The columns are level, page, block, paragraph, line and word number, left, top, width, height, confidence and text
/// (Tesseract, TessTSVRenderer). Rows of words have level 5; a space between two words is not in the table.
/// </remarks>
public static class TesseractTable
{
    private const string Word = "5";
    private const int Columns = 12;
    private const int Full = 100;
    private const int Digits = 4;

    // A frame has room for some hundred words.
    private const int MaxWords = 10_000;
    private const int MaxText = 1_000;

    /// <summary>The lines of text, in the order of the table.</summary>
    /// <param name="table">The table, UTF-8.</param>
    /// <param name="confidence">Words with less, in percent, are left out.</param>
    public static IReadOnlyList<TextLine> Read(ReadOnlySpan<byte> table, int confidence) =>
    [
        .. Encoding.UTF8.GetString(table)
            .Split('\n')
            .Select(row => row.TrimEnd('\r').Split('\t', Columns))
            .Where(row => row.Length == Columns && row[0] is Word)
            .Take(MaxWords)
            .GroupBy(row => (row[1], row[2], row[3], row[4]))
            .Select(line => LineOf([.. line.Select(WordOf).OfType<TextLine>().Where(word => word.Score * Full >= confidence)]))
            .OfType<TextLine>(),
    ];

    private static TextLine? WordOf(string[] row) =>
        Number(row[6]) is { } left
        && Number(row[7]) is { } top
        && Number(row[8]) is { } width
        && Number(row[9]) is { } height
        && double.TryParse(row[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence)
        && confidence is >= 0 and <= Full
        && row[11].Trim() is { Length: > 0 } text
            ? new TextLine(text, confidence / Full, new TextBox(left, top, left + width, top + height))
            : null;

    // A long word says more about the line than a short one.
    private static TextLine? LineOf(IReadOnlyList<TextLine> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var text = string.Join(' ', words.Select(word => word.Value));
        var score = words.Sum(word => word.Score * word.Value.Length) / words.Sum(word => word.Value.Length);
        var box = words.Select(word => word.Box).Aggregate((one, other) => one.With(other));
        return new TextLine(text.Length > MaxText ? text[..MaxText] : text, Math.Round(score, Digits), box);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1 << 20
            ? number
            : null;
}

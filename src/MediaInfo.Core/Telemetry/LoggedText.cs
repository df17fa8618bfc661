using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MediaInfo.Core.Telemetry;

/// <summary>
/// A text made safe for logging: on one line, limited in length, and without characters that control a terminal, change the
/// direction of nearby text or are invisible. Such characters are escaped, as in "\u001B".
/// </summary>
/// <remarks>Every text argument of a log message has this type; an architecture test enforces it.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LoggedText
{
    /// <summary>The maximum length in characters: that of an object's key.</summary>
    public const int MaxLength = 1024;

    private readonly string? _text;

    private LoggedText(string? text) => _text = text;

    /// <summary>Wraps a text for a log message.</summary>
    public static implicit operator LoggedText(string? text) => FromString(text);

    /// <summary>Wraps a text for a log message.</summary>
    public static LoggedText FromString(string? text) => new(text);

    /// <summary>The text in its safe form.</summary>
    public override string ToString() => _text is null ? "(null)" : Neutral(_text, MaxLength);

    /// <summary>The text on one line, without characters that could mislead a terminal or a reader.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The maximum length in characters; longer texts end with an ellipsis.</param>
    public static string Neutral(string text, int maxLength)
    {
        var rest = text.AsSpan(0, Math.Min(text.Length, maxLength + 1));
        if (text.Length <= maxLength && HarmlessLength(rest) == text.Length)
        {
            return text;
        }

        var neutral = new StringBuilder(rest.Length);
        while (!rest.IsEmpty && neutral.Length <= maxLength)
        {
            var length = HarmlessLength(rest);
            neutral.Append(rest[..length]);
            rest = rest[length..];
            Rune.DecodeFromUtf16(rest, out _, out length);
            foreach (var character in rest[..length])
            {
                neutral.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }

            rest = rest[length..];
        }

        return neutral.Length <= maxLength ? neutral.ToString() : Cut(neutral, maxLength);
    }

    private static int HarmlessLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (Rune.DecodeFromUtf16(text[length..], out var rune, out var characters) == OperationStatus.Done && !IsHarmful(rune))
        {
            length += characters;
        }

        return length;
    }

    // Format characters change the text direction or are invisible.
    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Never splits a surrogate pair.
    private static string Cut(StringBuilder text, int length) =>
        text.ToString(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + "…";
}

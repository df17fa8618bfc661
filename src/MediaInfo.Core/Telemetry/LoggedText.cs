using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MediaInfo.Core.Telemetry;

/// <summary>
/// A text as a log shows it, whoever wrote it: on one line, as long as a line may be, and with nothing in it that a terminal obeys, that
/// turns what stands beside it or that nobody sees. Such characters stand there by their numbers: "\u001B".
/// </summary>
/// <remarks>Every text of a log message is one; a test of the architecture sees to it.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LoggedText
{
    /// <summary>The longest text, characters: that of an object's key.</summary>
    public const int MaxLength = 1024;

    private readonly string? _text;

    private LoggedText(string? text) => _text = text;

    /// <summary>A text for a log message.</summary>
    public static implicit operator LoggedText(string? text) => FromString(text);

    /// <summary>A text for a log message.</summary>
    public static LoggedText FromString(string? text) => new(text);

    /// <summary>The text as the log shows it.</summary>
    public override string ToString() => _text is null ? "(null)" : Neutral(_text, MaxLength);

    /// <summary>A text on one line, without characters that could mislead a terminal or a reader.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">Its length at most, in characters; what is longer ends with an ellipsis.</param>
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

    // Format characters turn the direction of writing, or are not seen at all.
    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Never between the halves of a character.
    private static string Cut(StringBuilder text, int length) =>
        text.ToString(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + "…";
}

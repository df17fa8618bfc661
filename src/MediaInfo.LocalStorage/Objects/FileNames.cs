using System.Globalization;
using System.Text;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Maps keys to paths below a bucket's folder, and back.</summary>
/// <remarks>
/// A slash between two texts separates folders. A part between such slashes is the name of the file or folder, as it is, if the
/// file system can hold it. Any other part is escaped: the name begins with "%~", and "%" with two hexadecimal digits stands for
/// a character that it cannot hold, and for "%" itself. A part that is too long continues in folders: all but the last name begin
/// with "%+". A slash at an end of the key, or beside another slash, belongs to the part and is escaped. Parts that themselves
/// begin with one of these, or with "%-", are escaped too, so each file has exactly one key, and each key one file.
/// </remarks>
/// <param name="isWindows">Whether names follow the rules of Windows; otherwise those of Unix.</param>
public sealed class FileNames(bool isWindows)
{
    private const string Escaped = "%~";
    private const string Continued = "%+";
    private const string Unfinished = "%-";
    private const int LongestPiece = 240;

    private readonly NameRules _rules = new(isWindows);

    /// <summary>The names of a key's folders and its file, outermost first; null for a key that no object can have.</summary>
    public IReadOnlyList<string>? Of(string key)
    {
        if (!KeyParts.IsText(key) || KeyParts.HasStep(key))
        {
            return null;
        }

        var names = new List<string>();
        foreach (var part in KeyParts.Of(key))
        {
            Add(names, part);
        }

        return names;
    }

    /// <summary>The part of a key that the names stand for; null if no key leads to them.</summary>
    /// <param name="names">A name, preceded by those that it continues.</param>
    public string? PartOf(IReadOnlyList<string> names)
    {
        var part = names is [var only] && !IsMarked(only) ? only : Decode(names);
        if (part is null || !KeyParts.IsText(part) || KeyParts.HasStep(part))
        {
            return null;
        }

        var back = new List<string>();
        Add(back, part);
        return back.SequenceEqual(names, StringComparer.Ordinal) ? part : null;
    }

    /// <summary>The name of a file that is being written: one that no key leads to.</summary>
    public static string UnfinishedName(string unique) => Unfinished + unique;

    /// <summary>Whether a folder's name is the beginning of a longer name.</summary>
    public static bool IsContinued(string name) => name.StartsWith(Continued, StringComparison.Ordinal);

    private static bool IsMarked(string name) => name is ['%', '~' or '+' or '-', ..];

    private void Add(List<string> names, string part)
    {
        if (!IsMarked(part) && _rules.CanHold(part))
        {
            names.Add(part);
            return;
        }

        var piece = new StringBuilder();
        var length = 0;
        var last = part.Length - 1;
        var at = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            var isEnd = at + rune.Utf16SequenceLength > last;
            var text = _rules.MustEscape(rune, isEnd) ? Escape(rune) : rune.ToString();
            var size = _rules.LengthOf(text);
            if (length + size > LongestPiece)
            {
                names.Add(Continued + piece);
                piece.Clear();
                length = 0;
            }

            piece.Append(text);
            length += size;
            at += rune.Utf16SequenceLength;
        }

        names.Add(Escaped + piece);
    }

    private static string Escape(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"%{rune.Value:X2}");

    private static string? Decode(IReadOnlyList<string> names)
    {
        var part = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            if (!names[i].StartsWith(i < names.Count - 1 ? Continued : Escaped, StringComparison.Ordinal)
                || !Unescape(names[i].AsSpan(Escaped.Length), part))
            {
                return null;
            }
        }

        return part.ToString();
    }

    private static bool Unescape(ReadOnlySpan<char> text, StringBuilder part)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                part.Append(text[i]);
            }
            else if (i + 2 < text.Length
                && byte.TryParse(
                    text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                part.Append((char)code);
                i += 2;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}

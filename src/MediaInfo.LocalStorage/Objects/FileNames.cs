using System.Buffers;
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
    private const int LongestName = 255;
    private const int LongestPiece = 240;

    private static readonly SearchValues<char> WindowsForbids = SearchValues.Create("<>:\"|?*\\");
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    /// <summary>The names of a key's folders and its file, outermost first; null for a key that no object can have.</summary>
    public IReadOnlyList<string>? Of(string key)
    {
        if (!IsText(key) || HasStep(key))
        {
            return null;
        }

        var names = new List<string>();
        foreach (var part in PartsOf(key))
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
        if (part is null || !IsText(part) || HasStep(part))
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

    // A step to this folder or the one above. Clients also resolve them in URLs, so that no URL could address such a key.
    private static bool HasStep(string key)
    {
        foreach (var range in key.AsSpan().Split('/'))
        {
            if (key.AsSpan(range) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    // A slash separates parts only between two other characters.
    private static IEnumerable<string> PartsOf(string key)
    {
        var begin = 0;
        for (var i = 1; i < key.Length - 1; i++)
        {
            if (key[i] == '/' && key[i - 1] != '/' && key[i + 1] != '/')
            {
                yield return key[begin..i];
                begin = i + 1;
            }
        }

        yield return key[begin..];
    }

    private void Add(List<string> names, string part)
    {
        if (CanHold(part))
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
            var text = MustEscape(rune, isEnd) ? Escape(rune) : rune.ToString();
            var size = isWindows ? text.Length : Encoding.UTF8.GetByteCount(text);
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

    private bool CanHold(string part)
    {
        if (part.Length == 0 || IsMarked(part)
            || (isWindows ? part.Length : Encoding.UTF8.GetByteCount(part)) > LongestName
            || (isWindows && IsDevice(part)))
        {
            return false;
        }

        var at = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            if (rune.Value != '%' && MustEscape(rune, isEnd: at == part.Length))
            {
                return false;
            }
        }

        return true;
    }

    private bool MustEscape(Rune rune, bool isEnd) =>
        rune.Value is '%' or '/' or 0x7F or < 0x20
        || (isWindows && rune.IsBmp && (WindowsForbids.Contains((char)rune.Value) || (isEnd && rune.Value is '.' or ' ')));

    private static string Escape(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"%{rune.Value:X2}");

    // Windows gives these names to devices, with any extension.
    private static bool IsDevice(string part)
    {
        var name = part.AsSpan();
        var dot = name.IndexOf('.');
        name = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        foreach (var device in Devices)
        {
            if (name.Equals(device, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return name.Length == 4
            && (name.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
            && name[3] is (>= '0' and <= '9') or '¹' or '²' or '³';
    }

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

    // Half a surrogate pair is no text, and no name.
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}

using System.Buffers;
using System.Text;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Which names a file system can hold.</summary>
/// <param name="isWindows">Whether it follows the rules of Windows; otherwise those of Unix.</param>
internal sealed class NameRules(bool isWindows)
{
    private const int LongestName = 255;

    private static readonly SearchValues<char> WindowsForbids = SearchValues.Create("<>:\"|?*\\");
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    /// <summary>The length of a name as the file system counts it.</summary>
    internal int LengthOf(string name) => isWindows ? name.Length : Encoding.UTF8.GetByteCount(name);

    /// <summary>Whether a file can have a name as it is.</summary>
    internal bool CanHold(string part)
    {
        if (part.Length == 0
            || LengthOf(part) > LongestName
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

    /// <summary>Whether a name cannot hold a character, or not at its end; or it is the sign of an escape.</summary>
    internal bool MustEscape(Rune rune, bool isEnd) =>
        rune.Value is '%' or '/' or 0x7F or < 0x20
        || (isWindows && rune.IsBmp && (WindowsForbids.Contains((char)rune.Value) || (isEnd && rune.Value is '.' or ' ')));

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
}

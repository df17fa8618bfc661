using System.Drawing;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Alibaba.Frames;

/// <summary>
/// The colours around the cells of a sprite: a keyword such as "black", "#RRGGBB", or "random". Source: "TileOut" of ApsaraVideo
/// Media Processing.
/// </summary>
public static class FrameColors
{
    private const string Chosen = "random";

    /// <summary>Whether the text is a colour.</summary>
    public static bool Has(string text) => text is Chosen || Hex(text) is not null || Named(text) is not null;

    /// <summary>The colour as "#RRGGBB".</summary>
    /// <param name="text">A text for which <see cref="Has"/> is true.</param>
    /// <param name="seed">Chooses a random colour: the same text gives the same one.</param>
    public static string? Of(string text, string seed) => text is Chosen
        ? "#" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 3))
        : Hex(text) ?? Named(text);

    private static string? Hex(string text) =>
        text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit) ? text.ToUpperInvariant() : null;

    // The keywords of CSS, with both spellings of grey.
    private static string? Named(string text)
    {
        var color = Color.FromName(text.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));
        return color is { IsKnownColor: true, IsSystemColor: false, A: byte.MaxValue }
            ? string.Create(CultureInfo.InvariantCulture, $"#{color.R:X2}{color.G:X2}{color.B:X2}")
            : null;
    }
}

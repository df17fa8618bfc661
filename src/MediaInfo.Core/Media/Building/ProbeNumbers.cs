using System.Globalization;

namespace MediaInfo.Core.Media.Building;

/// <summary>Reads ffprobe's texts. What ffprobe does not know is null; so are "N/A" and the zeros that stand for it.</summary>
internal static class ProbeNumbers
{
    private const int FullTurn = 360;

    /// <summary>A name or other text; null for "N/A" and "unknown", which ffprobe prints for enumerations.</summary>
    internal static string? Text(string? text) => text is null or "" or "N/A" or "unknown" ? null : text;

    /// <summary>A whole number of either sign that fits 32 bits.</summary>
    internal static int? Integer(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A size, count or rate that is never 0 when it is known.</summary>
    internal static long? Positive(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>As <see cref="Positive"/>, for numbers that fit 32 bits.</summary>
    internal static int? PositiveInteger(string? text) => Integer(text) is > 0 and var value ? value : null;

    /// <summary>A moment in seconds, of either sign, with the decimals that ffprobe prints.</summary>
    internal static decimal? Seconds(string? text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : null;

    /// <summary>A length in seconds; a length of zero is one that nobody knows.</summary>
    internal static decimal? Duration(string? text) => Seconds(text) is > 0 and var value ? value : null;

    /// <summary>A ratio that has a value above zero.</summary>
    internal static Rational? Rate(string? text) => Rational.Parse(text) is { IsPositive: true } rate ? rate : null;

    /// <summary>A ratio as it is, 0/0 included.</summary>
    internal static Rational? Ratio(string? text) => Rational.Parse(text);

    /// <summary>Clockwise degrees, 0 to 359, of the counter-clockwise ones of a display matrix (-180 to 180).</summary>
    internal static int? ClockwiseDegrees(string? text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            || !double.IsFinite(degrees))
        {
            return null;
        }

        var turned = (int)(Math.Round(degrees, MidpointRounding.AwayFromZero) % FullTurn);
        return (FullTurn - turned) % FullTurn;
    }
}

using System.Globalization;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Parses ffprobe's values. What ffprobe does not know is null, as are "N/A" and zeros that mean unknown.</summary>
internal static class ProbeNumbers
{
    private const int FullTurn = 360;

    /// <summary>A name or other text; null for "N/A" and "unknown", which ffprobe prints for enumerations.</summary>
    internal static string? Text(string? text) => text is null or "" or "N/A" or "unknown" ? null : text;

    /// <summary>A signed 32-bit integer.</summary>
    internal static int? Integer(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A size, count or rate, where 0 means unknown.</summary>
    internal static long? Positive(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>Like <see cref="Positive"/>, for 32-bit numbers.</summary>
    internal static int? PositiveInteger(string? text) => Integer(text) is > 0 and var value ? value : null;

    /// <summary>A signed time in seconds, with the decimals ffprobe prints.</summary>
    internal static decimal? Seconds(string? text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : null;

    /// <summary>A duration in seconds; zero means unknown.</summary>
    internal static decimal? Duration(string? text) => Seconds(text) is > 0 and var value ? value : null;

    /// <summary>A ratio above zero.</summary>
    internal static Rational? Rate(string? text) => Rational.Parse(text) is { IsPositive: true } rate ? rate : null;

    /// <summary>Any ratio, 0/0 included.</summary>
    internal static Rational? Ratio(string? text) => Rational.Parse(text);

    /// <summary>Clockwise degrees, 0 to 359, from a display matrix's counter-clockwise degrees (-180 to 180).</summary>
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

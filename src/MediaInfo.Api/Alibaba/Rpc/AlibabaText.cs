using System.Globalization;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>
/// How Alibaba's media properties are written: every scalar is a string, and unknown values (null) are omitted from the response.
/// </summary>
public static class AlibabaText
{
    private const int BitsPerKilobit = 1000;
    private const int FrameRateDecimals = 6;

    /// <summary>An integer.</summary>
    public static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time: ISO 8601, UTC, whole seconds.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Seconds with six decimals, as ffprobe prints them: "17.226000", "-0.114694".</summary>
    public static string? Seconds(decimal? value) => value?.ToString("F6", CultureInfo.InvariantCulture);

    /// <summary>"true" for true; else null.</summary>
    public static string? Flag(bool? isSet) => isSet == true ? "true" : null;

    /// <summary>bit/s as kbit/s with three decimals, truncated: 15508123 is "15508.123".</summary>
    /// <remarks>Matches live responses of the service: 104502461 B in 53.9085 s, which is 15508123.73 bit/s.</remarks>
    public static string? KilobitsPerSecond(long? bitsPerSecond) => bitsPerSecond is { } bits
        ? string.Create(CultureInfo.InvariantCulture, $"{bits / BitsPerKilobit}.{Math.Abs(bits % BitsPerKilobit):D3}")
        : null;

    /// <summary>
    /// A frame rate: the shortest text of the single-precision number, with one to six decimals. Null for unknown rates.
    /// </summary>
    /// <remarks>
    /// Single precision, because a live response of the service has "59.337578" for 57492000/968897 and MPS's page has
    /// "23.976025" for 24000/1001; in double precision they would end in 577 and 024.
    /// </remarks>
    public static string? FrameRate(Rational? rate)
    {
        if (rate is not { IsPositive: true } known)
        {
            return null;
        }

        var shortest = ((float)known.Numerator / known.Denominator).ToString("R", CultureInfo.InvariantCulture);
        var value = Math.Round(decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture), FrameRateDecimals);
        return value > 0 ? value.ToString("0.0#####", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A time base: "1/90000", "0/2".</summary>
    public static string? Ratio(Rational? value) => value?.ToString();

    /// <summary>An aspect ratio: "16:9", or "0:1" if the file has none.</summary>
    public static string Aspect(Rational value) => value.ToAspectText();
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>A ratio as ffprobe prints it, never reduced by itself: 0/0 and 0/2 are values like any other.</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line; 0 means that the value is unknown.</param>
[JsonConverter(typeof(RationalJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rational(long Numerator, long Denominator)
{
    /// <summary>Whether both parts are above zero, so that it can be divided and be inverted.</summary>
    [JsonIgnore]
    public bool IsPositive => Numerator > 0 && Denominator > 0;

    /// <summary>Reads "25/1" or "16:9"; null for any other text and for parts that do not fit 32 bits.</summary>
    /// <remarks>FFmpeg's own ratios are pairs of 32-bit integers, so sums with their parts never overflow here.</remarks>
    public static Rational? Parse(string? text)
    {
        var line = text?.AsSpan().IndexOfAny('/', ':') ?? -1;
        return line > 0 && Part(text.AsSpan(0, line)) is { } numerator && Part(text.AsSpan(line + 1)) is { } denominator
            ? new Rational(numerator, denominator)
            : null;
    }

    /// <summary>The same value in lowest terms; 0/0 stays what it is.</summary>
    public Rational Reduced()
    {
        var divisor = Divisor(Math.Abs(Numerator), Math.Abs(Denominator));
        return divisor > 1 ? new Rational(Numerator / divisor, Denominator / divisor) : this;
    }

    /// <summary>"25/1".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>"16:9", the way aspect ratios are written.</summary>
    public string ToAspectText() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}:{Denominator}");

    private static int? Part(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static long Divisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}

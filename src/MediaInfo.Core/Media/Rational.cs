using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>A ratio as ffprobe prints it. Never reduced implicitly: 0/0 and 0/2 are valid values.</summary>
/// <param name="Numerator">The numerator.</param>
/// <param name="Denominator">The denominator; 0 means that the value is unknown.</param>
[JsonConverter(typeof(RationalJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rational(long Numerator, long Denominator)
{
    /// <summary>Whether both parts are positive, so that the ratio can be evaluated and inverted.</summary>
    [JsonIgnore]
    public bool IsPositive => Numerator > 0 && Denominator > 0;

    /// <summary>The ratio as a number; not finite if the denominator is 0.</summary>
    [JsonIgnore]
    public double Value => (double)Numerator / Denominator;

    /// <summary>Parses "25/1" or "16:9"; null for any other text and for parts that exceed 32 bits.</summary>
    /// <remarks>FFmpeg's own ratios are pairs of 32-bit integers, so arithmetic on the 64-bit parts never overflows.</remarks>
    public static Rational? Parse(string? text)
    {
        var line = text?.AsSpan().IndexOfAny('/', ':') ?? -1;
        return line > 0 && Part(text.AsSpan(0, line)) is { } numerator && Part(text.AsSpan(line + 1)) is { } denominator
            ? new Rational(numerator, denominator)
            : null;
    }

    /// <summary>The ratio in lowest terms; 0/0 stays 0/0.</summary>
    public Rational Reduced()
    {
        var divisor = Divisor(Math.Abs(Numerator), Math.Abs(Denominator));
        return divisor > 1 ? new Rational(Numerator / divisor, Denominator / divisor) : this;
    }

    /// <summary>The ratio in the form "25/1".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>The ratio in the form "16:9", as used for aspect ratios.</summary>
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

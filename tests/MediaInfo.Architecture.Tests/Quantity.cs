using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

/// <summary>A quantity as the pages write it: "60 s", "1 GiB", "2,000".</summary>
/// <param name="Amount">Seconds, bytes, or a bare number.</param>
/// <param name="IsTime">Whether it is a time.</param>
internal readonly partial record struct Quantity(double Amount, bool IsTime)
{
    private static readonly Dictionary<string, (double Factor, bool IsTime)> Units = new(StringComparer.Ordinal)
    {
        [""] = (1, false),
        ["bytes"] = (1, false),
        ["KiB"] = (1 << 10, false),
        ["MiB"] = (1 << 20, false),
        ["GiB"] = (1 << 30, false),
        ["ms"] = (0.001, true),
        ["s"] = (1, true),
        ["min"] = (60, true),
        ["h"] = (3600, true),
        ["days"] = (86_400, true),
    };

    /// <summary>Parses the words; null if they are not a quantity.</summary>
    public static Quantity? Parse(string words)
    {
        var match = Words().Match(words);
        if (!match.Success || !Units.TryGetValue(match.Groups["unit"].Value, out var unit))
        {
            return null;
        }

        var number = double.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        return new Quantity(Math.Round(number * unit.Factor, 6), unit.IsTime);
    }

    /// <summary>The quantity of a time or a number.</summary>
    public static Quantity Of(object value) => value is TimeSpan time
        ? new Quantity(Math.Round(time.TotalSeconds, 6), IsTime: true)
        : new Quantity(Convert.ToDouble(value, CultureInfo.InvariantCulture), IsTime: false);

    /// <summary>The words for it, in the largest unit that leaves a whole number: "90 s", "1 GiB", "2,000".</summary>
    /// <param name="isSize">Whether a bare number counts bytes.</param>
    public string InWords(bool isSize)
    {
        var (amount, isTime) = this;
        var (unit, (factor, _)) = Units
            .Where(known => known.Value.IsTime == isTime && known.Key.Length > 0 == (isTime || isSize))
            .OrderByDescending(known => known.Value.Factor)
            .FirstOrDefault(
                known => amount >= known.Value.Factor && (decimal)amount % (decimal)known.Value.Factor == 0,
                new("", (1, isTime)));
        return string.Create(CultureInfo.InvariantCulture, $"{amount / factor:N0} {unit}").TrimEnd();
    }

    /// <summary>Whether both are equal. A setting that counts days holds a plain number.</summary>
    public bool Means(Quantity other) => Equals(other) || (IsTime && !other.IsTime && Amount.Equals(other.Amount * 86_400));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{(IsTime ? " s" : "")}");

    [GeneratedRegex(@"^(?<number>-?[0-9][0-9,]*(\.[0-9]+)?)( (?<unit>[A-Za-z]+))?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Words();
}

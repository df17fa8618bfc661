using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

/// <summary>Values in the sources, in any project and with any access modifier.</summary>
internal static partial class SourceConstant
{
    // A time, a number, or a product of numbers and other constants.
    private const string Value = @"(TimeSpan\.(Zero|From\w+\(-?[0-9.]+\))|[\w.]+( \* [\w.]+)*)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly ILookup<string, string> ByName = Repository.Sources
        .ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

    /// <summary>Every static TimeSpan of the product, as "Type.Member".</summary>
    public static IReadOnlyList<string> Times { get; } =
    [
        .. from path in Repository.Sources
           from Match match in StaticTime().Matches(File.ReadAllText(path))
           select $"{Path.GetFileNameWithoutExtension(path)}.{match.Groups["member"].Value}",
    ];

    /// <summary>The value of a constant, a default or an argument: all values of a list, none if no source has it.</summary>
    /// <param name="name">Its name: "Type.Member", or "Type.Member: argument".</param>
    public static IReadOnlyList<Quantity> Find(string name)
    {
        var parts = Name().Match(name);
        if (ByName[parts.Groups["type"].Value].FirstOrDefault() is not { } path)
        {
            return [];
        }

        var values = Regex.Matches(Text(File.ReadAllText(path), parts), Value, RegexOptions.ExplicitCapture, Patience);
        return [.. values.Select(match => Evaluate(match.Value)).OfType<Quantity>()];
    }

    private static string Text(string source, Match name)
    {
        var member = Match(source, $@"\b{name.Groups["member"].Value}\b[^=\n]*=(?![=>])\s*(?<text>\[[^\]]*\]|{Value})");
        return name.Groups["argument"] is not { Success: true, Value: var argument }
            ? member.Groups["text"].Value
            : Match(source[member.Index..], $@"\b{argument}:\s*(?<text>{Value})").Groups["text"].Value;
    }

    private static Match Match(string source, string pattern) =>
        Regex.Match(source, pattern, RegexOptions.ExplicitCapture, Patience);

    private static Quantity? Evaluate(string text)
    {
        if (Time().Match(text) is not { Success: true } time)
        {
            var factors = text.Split(" * ").Select(Factor).OfType<Quantity>().ToList();
            return factors.Count == 0
                ? null
                : factors.Aggregate((a, b) => new Quantity(a.Amount * b.Amount, a.IsTime || b.IsTime));
        }

        _ = double.TryParse(time.Groups["number"].Value, CultureInfo.InvariantCulture, out var number);
        return Quantity.Of(time.Groups["unit"].Value switch
        {
            "Zero" => TimeSpan.Zero,
            "FromDays" => TimeSpan.FromDays(number),
            "FromHours" => TimeSpan.FromHours(number),
            "FromMinutes" => TimeSpan.FromMinutes(number),
            "FromSeconds" => TimeSpan.FromSeconds(number),
            "FromMilliseconds" => TimeSpan.FromMilliseconds(number),
            var other => throw new NotSupportedException($"TimeSpan.{other}"),
        });
    }

    private static Quantity? Factor(string text) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)
            ? new Quantity(number, IsTime: false)
            : Find(text) is [var one] ? one : null;

    [GeneratedRegex(@"^(?<type>\w+)\.(?<member>\w+)(: (?<argument>\w+))?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^TimeSpan\.(?<unit>\w+)(\((?<number>-?[0-9.]+)\))?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Time();

    // A member computed from other values of the sources is excluded, because those set it.
    [GeneratedRegex(
        @"\bstatic (readonly )?TimeSpan(\[\])? (?<member>\w+)( \{ get; \})?\s*=(?!>|[^;]*\bFrom\w+\([^)]*[A-Za-z])",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex StaticTime();
}

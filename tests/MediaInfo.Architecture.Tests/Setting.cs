namespace MediaInfo.Architecture.Tests;

/// <summary>One setting of the product.</summary>
/// <param name="Name">Its name on the pages, such as "Probe:TimeLimit".</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Default">The default; an empty string for an item of a list.</param>
/// <param name="Allowed">What the check at start says about invalid values; null if no attribute checks it.</param>
internal sealed record Setting(string Name, Type Type, object? Default, string? Allowed)
{
    /// <summary>Whether it is a limit: a time, or a number whose name starts with "Max".</summary>
    public bool IsLimit => Type == typeof(TimeSpan) || Name.Split(':')[^1].StartsWith("Max", StringComparison.Ordinal);

    /// <summary>Whether the text on a page means the default.</summary>
    public bool HasDefault(string words) => Default switch
    {
        null => words is "none",
        "" => words is "empty",
        bool value => string.Equals(words, value ? "true" : "false", StringComparison.Ordinal),
        string value => string.Equals(words, $"`{value}`", StringComparison.Ordinal),
        Enum value => string.Equals(words, $"`{value}`", StringComparison.Ordinal),
        _ => Quantity.Parse(words) is { } quantity && quantity.Equals(Quantity.Of(Default)),
    };
}

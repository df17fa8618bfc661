using System.Reflection;

namespace MediaInfo.Architecture.Tests;

/// <summary>One setting of the product.</summary>
/// <param name="Name">Its name on the pages, such as "Probe:TimeLimit".</param>
/// <param name="Record">The settings record of its section.</param>
/// <param name="Property">The property that holds it.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Default">The default; an empty string for an item of a list.</param>
/// <param name="Allowed">What the check at start says about invalid values; null if no attribute checks it.</param>
internal sealed record Setting(
    string Name, Type Record, PropertyInfo Property, Type Type, object? Default, string? Allowed)
{
    /// <summary>Whether it is a limit: a time, or a number whose name starts with "Max".</summary>
    public bool IsLimit => Type == typeof(TimeSpan) || Name.Split(':')[^1].StartsWith("Max", StringComparison.Ordinal);

    /// <summary>The type as the pages name it.</summary>
    public string TypeInWords => Type switch
    {
        _ when Type == typeof(bool) => "switch",
        _ when Type == typeof(TimeSpan) => "time",
        _ when Type == typeof(string) => "text",
        _ when Type == typeof(Uri) => "address",
        { IsEnum: true } => "word",
        _ when Name.Contains("Bytes", StringComparison.Ordinal) => "size",
        _ => "number",
    };

    /// <summary>The allowed values as the pages name them.</summary>
    public string AllowedInWords => Allowed ?? Type switch
    {
        _ when Type == typeof(bool) => "true or false",
        _ when Type == typeof(Uri) => "an http or https address",
        { IsEnum: true } => string.Join(" or ", Enum.GetNames(Type)),
        _ => "any",
    };

    /// <summary>The default as the pages write it.</summary>
    public string DefaultInWords => Default switch
    {
        null => "none",
        "" => "empty",
        bool value => value ? "true" : "false",
        string or Enum => $"`{Default}`",
        _ => Quantity.Of(Default).InWords(TypeInWords is "size"),
    };
}

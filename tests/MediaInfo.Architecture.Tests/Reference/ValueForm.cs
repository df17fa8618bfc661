using System.Globalization;
using System.Xml.Linq;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>The values that a parameter or a member takes, as the attributes of its comment say.</summary>
internal sealed record ValueForm
{
    /// <summary>"string", "integer", "number", "boolean", "list" (comma-separated), "flat" (Name.1, Name.2) or "json".</summary>
    public string Type { get; init; } = "string";

    /// <summary>Where a parameter is, if its text does not say so.</summary>
    public string In { get; init; } = "";

    /// <summary>The least number; null for no bound.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest number; null for no bound.</summary>
    public decimal? Max { get; init; }

    /// <summary>The only values; empty if there are others.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether <see cref="Values"/> are compared without case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The most bytes of UTF-8; null for no bound of its own.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>The most characters; null for no bound of its own.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most items of a list; null for no bound of its own.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The pattern of a text, or of a list's items; empty for none.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The format in the words of JSON Schema, such as "date-time"; empty for none.</summary>
    public string Format { get; init; } = "";

    /// <summary>The wire type of a JSON text; empty if the members are declared, or free.</summary>
    public string Json { get; init; } = "";

    /// <summary>The members of a JSON text.</summary>
    public IReadOnlyList<RequestParameter> Members { get; init; } = [];

    /// <summary>Reads the attributes of an element.</summary>
    public static ValueForm Of(XElement element, IReadOnlyList<RequestParameter> members) => new()
    {
        Type = Text(element, "type") is { Length: > 0 } type ? type
            : members.Count > 0 || Text(element, "json").Length > 0 ? "json"
            : "string",
        In = Text(element, "in"),
        Min = Number(element, "min"),
        Max = Number(element, "max"),
        Values = Text(element, "values") is { Length: > 0 } values ? values.Split(',') : [],
        IgnoresCase = Text(element, "case") is "ignored",
        MaxBytes = (int?)Number(element, "maxbytes"),
        MaxLength = (int?)Number(element, "maxlength"),
        MaxItems = (int?)Number(element, "items"),
        Pattern = Text(element, "pattern"),
        Format = Text(element, "format"),
        Json = Text(element, "json"),
        Members = members,
    };

    private static string Text(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static decimal? Number(XElement element, string attribute) =>
        Text(element, attribute) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}

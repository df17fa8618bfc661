namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>A parameter of a request, as the comment of the class that reads it declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether a request without it is refused.</param>
/// <param name="Otherwise">What an optional parameter means if it is absent.</param>
/// <param name="Example">A value.</param>
/// <param name="Meaning">Its meaning, with unit and bounds.</param>
internal sealed record RequestParameter(string Name, bool IsRequired, string Otherwise, string Example, string Meaning)
{
    private const string InHeader = "Header: ";
    private const string InElement = "Element: ";
    private const string InForm = "Form: ";

    /// <summary>The values that it takes.</summary>
    public ValueForm Form { get; init; } = new();

    /// <summary>Where it is: "query", "header", "path", or "element" of the body.</summary>
    public string Place => Form.In.Length > 0 ? Form.In
        : Meaning.StartsWith(InHeader, StringComparison.Ordinal) ? "header"
        : Meaning.StartsWith(InElement, StringComparison.Ordinal) ? "element"
        : "query";

    /// <summary>Its meaning without its place.</summary>
    public string Sentence
    {
        get
        {
            var text = Meaning;
            foreach (var place in new[] { InHeader, InElement, InForm })
            {
                text = text.StartsWith(place, StringComparison.Ordinal) ? text[place.Length..] : text;
            }

            return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        }
    }
}

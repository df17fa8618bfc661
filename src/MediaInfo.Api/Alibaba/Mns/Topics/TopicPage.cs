using System.Globalization;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>A page of a list by names.</summary>
/// <param name="Prefix">What names begin with; empty for all.</param>
/// <param name="After">The last name of the page before; empty for the first page.</param>
/// <param name="Size">The most names.</param>
internal sealed record TopicPage(string Prefix, string After, int Size)
{
    private const string SizeHeader = "x-mns-ret-number";
    private const string PrefixHeader = "x-mns-prefix";
    private const string MarkerHeader = "x-mns-marker";
    private const string AttributesHeader = "x-mns-with-meta";
    private const int Largest = 1000;

    /// <summary>The page that a call asks for.</summary>
    public static (TopicPage? Page, MnsError? Error) Of(MnsCall call)
    {
        var size = Largest;
        return call.Header(SizeHeader) is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > Largest)
            ? (null, MnsErrors.Range(SizeHeader, 1, Largest, unit: ""))
            : (new TopicPage(call.Header(PrefixHeader) ?? "", call.Header(MarkerHeader) ?? "", size), null);
    }

    /// <summary>Whether a call asks for attributes beside the addresses.</summary>
    public static bool WithAttributes(MnsCall call) =>
        string.Equals(call.Header(AttributesHeader), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page's names, and the marker of the next page; null if this is the last.</summary>
    /// <param name="names">All names, in ordinal order.</param>
    public (IReadOnlyList<string> Names, string? Next) Cut(IEnumerable<string> names)
    {
        var found = names
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && string.CompareOrdinal(name, After) > 0)
            .Take(Size + 1)
            .ToList();
        return found.Count > Size ? (found[..Size], found[Size - 1]) : (found, null);
    }
}

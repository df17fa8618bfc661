using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>The parameters of a query. Names are compared without case, because the vendor's clients differ in it.</summary>
public sealed class MnsQuery
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _all;

    private MnsQuery(IReadOnlyList<KeyValuePair<string, string>> all) => _all = all;

    /// <summary>How many parameters were sent.</summary>
    public int Count => _all.Count;

    /// <summary>The first value of a parameter; null if it was not sent or is empty.</summary>
    public string? this[string name] => _all
        .FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase))
        .Value is { Length: > 0 } value ? value : null;

    /// <summary>Parses a query.</summary>
    /// <param name="text">The query with its "?", undecoded; empty for none.</param>
    public static MnsQuery Of(string text) => new(EncodedPairs.Decode(text));

    /// <summary>Whether a parameter is "true".</summary>
    public bool Says(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);
}

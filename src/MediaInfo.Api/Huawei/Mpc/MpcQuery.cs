using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The parameters of a query, decoded ("+" and "%20" are both a space), with repetitions.</summary>
public sealed class MpcQuery
{
    private MpcQuery(IReadOnlyList<KeyValuePair<string, string>> all) => All = all;

    /// <summary>Every parameter; all are signed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    /// <summary>Parses a query.</summary>
    /// <param name="text">The query with its "?", undecoded; empty for none.</param>
    public static MpcQuery Of(string text) => new(EncodedPairs.Decode(text));

    /// <summary>
    /// The values of a parameter that may be repeated or comma-separated: trimmed, without empty ones and duplicates.
    /// </summary>
    public IReadOnlyList<string> List(string name) =>
    [
        .. Values(name)
            .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A parameter's value; null if absent or empty.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if it is repeated with different values.</returns>
    public bool TryGet(string name, out string? value)
    {
        var values = Values(name).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        value = values.Count == 1 ? values[0] : null;
        return values.Count < 2;
    }

    private IEnumerable<string> Values(string name) =>
        All.Where(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Select(pair => pair.Value);
}

using Microsoft.AspNetCore.WebUtilities;

namespace MediaInfo.Api.Gateway;

/// <summary>The parameters of a query or a form.</summary>
internal static class EncodedPairs
{
    /// <summary>Every parameter, with repetitions, decoded ("+" and "%20" are both a space).</summary>
    /// <param name="encoded">A form, or a query with its "?"; empty for none.</param>
    public static List<KeyValuePair<string, string>> Decode(string encoded)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(encoded))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }
}

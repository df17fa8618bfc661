namespace MediaInfo.Api.Gateway.Signing;

/// <summary>The list of signed headers in an Authorization header: names joined by ";".</summary>
internal static class SignedNames
{
    /// <summary>The names in the order sent; null if one is repeated.</summary>
    /// <remarks>
    /// No client repeats a name. Repeating a long header a thousand times would make the canonical request a thousand times
    /// longer.
    /// </remarks>
    public static IReadOnlyList<string>? Read(string list)
    {
        var names = list.Split(';');
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? names : null;
    }
}

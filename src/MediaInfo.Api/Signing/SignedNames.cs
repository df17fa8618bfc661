namespace MediaInfo.Api.Signing;

/// <summary>The list of signed headers in an Authorization header: names joined by ";".</summary>
internal static class SignedNames
{
    /// <summary>The names in the order sent; null where one stands twice.</summary>
    /// <remarks>No client repeats one, and a long header named a thousand times would make a canonical request of a thousand times its length.</remarks>
    public static IReadOnlyList<string>? Read(string list)
    {
        var names = list.Split(';');
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? names : null;
    }
}

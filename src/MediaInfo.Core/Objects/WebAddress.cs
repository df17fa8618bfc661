namespace MediaInfo.Core.Objects;

/// <summary>The parts of an http or https URL that name an object.</summary>
/// <param name="Host">The host without the scheme's usual port.</param>
/// <param name="Path">What follows the first slash, still encoded, without query and fragment.</param>
/// <remarks>
/// <see cref="Uri"/> is avoided on purpose: it folds "." and ".." segments, which are legal in an object key.
/// </remarks>
internal sealed record WebAddress(string Host, string Path)
{
    /// <summary>The parts of a URL; null for another scheme, and where there is no slash after the host.</summary>
    public static WebAddress? Of(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || url[..scheme] is not ("http" or "https"))
        {
            return null;
        }

        var rest = url[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : new WebAddress(WithoutPort(rest[..slash]), WithoutQuery(rest[(slash + 1)..]));
    }

    /// <summary>A key as a path, percent-encoded as RFC 3986 has it.</summary>
    public static string Encode(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    private static string WithoutPort(string authority) =>
        authority.EndsWith(":80", StringComparison.Ordinal) ? authority[..^3]
        : authority.EndsWith(":443", StringComparison.Ordinal) ? authority[..^4]
        : authority;

    private static string WithoutQuery(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? path : path[..end];
    }
}

namespace MediaInfo.Core.Objects;

/// <summary>The parts of an HTTP or HTTPS URL that identify an object.</summary>
/// <param name="Host">The host, without the scheme's default port.</param>
/// <param name="Path">The path after the first slash, still encoded, without query and fragment.</param>
/// <remarks>
/// Deliberately avoids <see cref="Uri"/>, which resolves "." and ".." segments; these are legal in an object key.
/// </remarks>
public sealed record WebAddress(string Host, string Path)
{
    /// <summary>Parses a URL; null for other schemes, or if no slash follows the host.</summary>
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

    /// <summary>Percent-encodes a key as a path (RFC 3986).</summary>
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

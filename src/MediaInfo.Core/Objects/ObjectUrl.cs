namespace MediaInfo.Core.Objects;

/// <summary>Writes and reads the URLs by which ffprobe, and playlists, name objects.</summary>
/// <remarks>
/// <see cref="Uri"/> is avoided on purpose: it folds "." and ".." segments, which are legal in an object key.
/// </remarks>
public sealed class ObjectUrl(ObjectOptions options)
{
    // A reserved top-level domain (RFC 2606): no resolver ever answers for it.
    private const string PrivateDomain = "objects.invalid";

    private readonly string[] _domains =
    [
        PrivateDomain,
        .. options.Locations.SelectMany(location => new[]
        {
            $"{location}.aliyuncs.com",
            $"{location}-internal.aliyuncs.com",
            $"obs.{location}.myhuaweicloud.com",
        }),
    ];

    /// <summary>The URL of an object, its key percent-encoded as RFC 3986 has it.</summary>
    public static string Of(ObjectRef source) =>
        $"http://{source.Bucket}.{PrivateDomain}/{string.Join('/', source.Key.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The key that a URL names in a bucket; null when it names another host or bucket, or is no http URL.</summary>
    public string? KeyIn(string bucket, string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || url[..scheme] is not ("http" or "https"))
        {
            return null;
        }

        var rest = url[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !NamesBucket(bucket, rest[..slash]))
        {
            return null;
        }

        var path = rest[(slash + 1)..];
        var end = path.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? path : path[..end]);
    }

    private bool NamesBucket(string bucket, string authority)
    {
        var host = authority.EndsWith(":80", StringComparison.Ordinal) ? authority[..^3]
            : authority.EndsWith(":443", StringComparison.Ordinal) ? authority[..^4]
            : authority;
        return Array.Exists(_domains, domain => string.Equals(host, $"{bucket}.{domain}", StringComparison.OrdinalIgnoreCase));
    }
}

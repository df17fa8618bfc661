using System.Globalization;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Objects;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace MediaInfo.Standalone.Objects;

/// <summary>A request for an object by its signed address.</summary>
/// <param name="Source">The object.</param>
/// <param name="Expires">When the address stops working, in seconds since 1970, UTC.</param>
/// <param name="Signature">The signature.</param>
/// <remarks>
/// Read from the request's target as it was sent. The web server's path has ".." resolved and some characters decoded, so that it
/// could name another object.
/// </remarks>
internal sealed record ObjectRequest(ObjectRef Source, long Expires, string Signature)
{
    /// <summary>What the address grants to send; null for an address to read.</summary>
    public ObjectUpload? Upload { get; private init; }

    private const string Prefix = $"/{LocalObjectLinks.PathSegment}/";

    /// <summary>Whether a target is below the path of objects.</summary>
    public static bool IsAt(string target) => PathOf(target).StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The request of a target below the path of objects; null if it is no signed address.</summary>
    public static ObjectRequest? Of(string target)
    {
        var path = PathOf(target)[Prefix.Length..].ToString();
        var end = path.IndexOf('?', StringComparison.Ordinal);
        if (end < 0 || path[..end].Split('/', 2) is not [var bucket, { Length: > 0 } key])
        {
            return null;
        }

        var query = QueryHelpers.ParseQuery(path[end..]);
        return query.TryGetValue(LocalObjectLinks.ExpiryParameter, out var expires)
            && query.TryGetValue(LocalObjectLinks.SignatureParameter, out var signature)
            && expires.Count == 1
            && signature is [{ } text]
            && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Of(new ObjectRef(Uri.UnescapeDataString(bucket), Uri.UnescapeDataString(key)), seconds, text, query)
            : null;
    }

    private static ObjectRequest Of(
        ObjectRef source, long expires, string signature, Dictionary<string, StringValues> query) =>
        new(source, expires, signature)
        {
            Upload = query.TryGetValue(LocalObjectLinks.SizeParameter, out var size)
                && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                && query.TryGetValue(LocalObjectLinks.OverwriteParameter, out var overwrite)
                && bool.TryParse(overwrite, out var replaces)
                ? new ObjectUpload(source, bytes, replaces)
                : null,
        };

    // A request through a proxy may have a whole URL as its target (RFC 9112, 3.2.2).
    private static ReadOnlySpan<char> PathOf(string target)
    {
        var authority = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? 0 : target.IndexOf('/', authority + "://".Length);
        return path < 0 ? [] : target.AsSpan(path);
    }
}

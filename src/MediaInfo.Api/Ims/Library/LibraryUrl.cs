using MediaInfo.Api.Rpc;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Ims.Library;

/// <summary>
/// Reads the addresses of objects: "oss://bucket/key", whose key stands as it is, and
/// "http(s)://bucket.oss-region.aliyuncs.com/key", whose key is percent-encoded.
/// </summary>
public sealed class LibraryUrl(ObjectUrl urls, ObjectAccess access, ObjectOptions options)
{
    private const string OssScheme = "oss://";
    private const string VendorDomain = ".aliyuncs.com";
    private const string LocationPrefix = "oss-";
    private const int MaxKeyLength = 1024;

    /// <summary>The object and the region that an address names, or why it names none.</summary>
    /// <param name="parameter">The parameter's name, for the error.</param>
    /// <param name="url">The address.</param>
    public (ObjectRef? Source, string? Region, RpcError? Error) Parse(string parameter, string url)
    {
        if (Read(url) is not { Bucket.Length: > 0, Key.Length: > 0 and <= MaxKeyLength } source)
        {
            return (null, null, LibraryErrors.Invalid(parameter));
        }

        return access.MayRead(source.Bucket) ? (source, RegionOf(url), null) : (null, null, LibraryErrors.Forbidden);
    }

    private ObjectRef? Read(string url)
    {
        var end = url.IndexOf("://", StringComparison.Ordinal);
        var rest = end < 0 ? "" : url[(end + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            return null;
        }

        if (url.StartsWith(OssScheme, StringComparison.OrdinalIgnoreCase))
        {
            return new ObjectRef(rest[..slash], rest[(slash + 1)..]);
        }

        var host = rest[..slash];
        var bucket = host.Split('.')[0];
        return host.Contains(VendorDomain, StringComparison.OrdinalIgnoreCase) && urls.KeyIn(bucket, url) is { } key
            ? new ObjectRef(bucket, key)
            : null;
    }

    // An address without a region means this service's own.
    private string? RegionOf(string url)
    {
        var own = options.Locations.Where(location => location.StartsWith(LocationPrefix, StringComparison.Ordinal)).ToList();
        var location = own.Find(candidate =>
                url.Contains($".{candidate}.", StringComparison.OrdinalIgnoreCase)
                || url.Contains($".{candidate}-internal.", StringComparison.OrdinalIgnoreCase))
            ?? own.FirstOrDefault();
        return location?[LocationPrefix.Length..];
    }
}

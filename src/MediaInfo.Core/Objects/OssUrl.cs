namespace MediaInfo.Core.Objects;

/// <summary>Parses and formats Alibaba object URLs.</summary>
public sealed class OssUrl(ObjectOptions options)
{
    private const string Scheme = "oss://";
    private const string Domain = "aliyuncs.com";
    private const string InternalSuffix = "-internal";

    // Prefers a location in Alibaba's spelling.
    private string OwnLocation =>
        options.Locations.FirstOrDefault(location => location.StartsWith("oss-", StringComparison.Ordinal))
            ?? options.Locations[0];

    /// <summary>The URL of an object. It only identifies the object; it does not resolve to this service's storage.</summary>
    public static string Of(ObjectAddress address) =>
        $"http://{address.Source.Bucket}.{address.Location}.{Domain}/{WebAddress.Encode(address.Source.Key)}";

    /// <summary>The address of an object, in this service's own location.</summary>
    public ObjectAddress AddressOf(ObjectRef source) => new(source, OwnLocation);

    /// <summary>
    /// Parses a URL: "oss://bucket/key" or "http(s)://bucket.location.aliyuncs.com/key". Keys are percent-decoded once; unencoded
    /// characters are kept. A question mark ends the key only in HTTP and HTTPS URLs.
    /// </summary>
    /// <returns>
    /// Null for any other URL, including those of other vendors and locations, and for an invalid bucket or key.
    /// </returns>
    public ObjectAddress? Read(string url)
    {
        if (url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return url[Scheme.Length..].Split('/', 2) is [var name, var rest] ? Address(name, rest, OwnLocation) : null;
        }

        return WebAddress.Of(url) is { } web
            && web.Host.Split('.', 2) is [var bucket, var domain]
            && LocationOf(domain) is { } location
            ? Address(bucket, web.Path, location)
            : null;
    }

    private static ObjectAddress? Address(string bucket, string path, string location)
    {
        var source = new ObjectRef(bucket.ToLowerInvariant(), Uri.UnescapeDataString(path));
        return source.Bucket.Length > 0
            && source.Bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && source.Key.Length is > 0 and <= ObjectRef.MaxKeyLength
            ? new ObjectAddress(source, location)
            : null;
    }

    private string? LocationOf(string domain) => options.Locations.FirstOrDefault(location =>
        string.Equals(domain, $"{location}.{Domain}", StringComparison.OrdinalIgnoreCase)
        || string.Equals(domain, $"{location}{InternalSuffix}.{Domain}", StringComparison.OrdinalIgnoreCase));
}

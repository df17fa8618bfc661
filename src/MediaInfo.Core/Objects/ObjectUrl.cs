using System.Text.RegularExpressions;

namespace MediaInfo.Core.Objects;

/// <summary>Writes and reads the URLs by which ffprobe, and playlists, name objects.</summary>
public sealed partial class ObjectUrl(ObjectOptions options)
{
    // A reserved top-level domain (RFC 2606): no resolver ever answers for it.
    private const string PrivateDomain = "objects.invalid";

    private const int MaxLabelLength = 63;

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

    /// <summary>
    /// Whether a URL can name a bucket, as the label of a host: letters, digits and hyphens (RFC 1123). No container has another
    /// character in its name.
    /// </summary>
    public static bool CanName(string bucket) =>
        bucket.Length is > 0 and <= MaxLabelLength && bucket.All(character => char.IsAsciiLetterOrDigit(character) || character is '-');

    /// <summary>The URL of an object in a bucket that a URL can name, its key percent-encoded as RFC 3986 has it, and some of its letters d too.</summary>
    public static string Of(ObjectRef source) =>
        $"http://{source.Bucket}.{PrivateDomain}/{Pattern().Replace(WebAddress.Encode(source.Key), EncodeEnd)}";

    /// <summary>The key that a URL names in a bucket; null when it names another host or bucket, or is no http URL.</summary>
    public string? KeyIn(string bucket, string url) =>
        WebAddress.Of(url) is { } web && NamesBucket(bucket, web.Host) ? Uri.UnescapeDataString(web.Path) : null;

    private bool NamesBucket(string bucket, string host) =>
        Array.Exists(_domains, domain => string.Equals(host, $"{bucket}.{domain}", StringComparison.OrdinalIgnoreCase));

    // "%20d" in a picture's name means numbered files to FFmpeg: "my dog.png" would be looked for as a series.
    [GeneratedRegex("%[0-9]+(?<end>d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();

    private static string EncodeEnd(Match pattern)
    {
        var length = pattern.Groups["end"].Length;
        return string.Concat(pattern.ValueSpan[..^length], string.Concat(Enumerable.Repeat("%64", length)));
    }
}

using System.Text.RegularExpressions;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>Writes and parses the URLs that ffprobe and playlists use for objects.</summary>
public sealed partial class ObjectUrl(ObjectOptions options)
{
    // A reserved top-level domain (RFC 2606): no resolver ever resolves it.
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
    /// Whether a bucket's name can be a host label in a URL: letters, digits and hyphens (RFC 1123). Container names have no
    /// other characters.
    /// </summary>
    public static bool CanName(string bucket) =>
        bucket.Length is > 0 and <= MaxLabelLength
        && bucket.All(character => char.IsAsciiLetterOrDigit(character) || character is '-');

    /// <summary>
    /// The URL of an object, whose bucket's name must fit in a URL. Encodes the key per RFC 3986, and some letters d too.
    /// </summary>
    public static string Of(ObjectRef source) =>
        $"http://{source.Bucket}.{PrivateDomain}/{Pattern().Replace(WebAddress.Encode(source.Key), EncodeEnd)}";

    /// <summary>The key that a URL names in a bucket; null if it names another host or bucket, or is not an HTTP URL.</summary>
    public string? KeyIn(string bucket, string url) =>
        WebAddress.Of(url) is { } web && NamesBucket(bucket, web.Host) ? Uri.UnescapeDataString(web.Path) : null;

    private bool NamesBucket(string bucket, string host) =>
        Array.Exists(_domains, domain => string.Equals(host, $"{bucket}.{domain}", StringComparison.OrdinalIgnoreCase));

    // FFmpeg takes "%20d" in an image name for a frame number pattern and would look for "my dog.png" as an image sequence.
    [GeneratedRegex(
        "%[0-9]+(?<end>d+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();

    private static string EncodeEnd(Match pattern)
    {
        var length = pattern.Groups["end"].Length;
        return string.Concat(pattern.ValueSpan[..^length], string.Concat(Enumerable.Repeat("%64", length)));
    }
}

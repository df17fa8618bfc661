namespace MediaInfo.Api.Gateway.Signing;

/// <summary>
/// The percent-encoding of every signature scheme here: RFC 3986, with only the unreserved characters left as they are.
/// </summary>
public static class PercentEncoding
{
    /// <summary>Encodes the text's UTF-8 bytes; A-Z a-z 0-9 - _ . ~ stay, all others become %XX in upper case.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>Encodes each segment of a path.</summary>
    /// <param name="path">The path, percent-decoded once.</param>
    public static string EncodePath(string path) => string.Join('/', path.Split('/').Select(Encode));
}

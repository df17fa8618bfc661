namespace MediaInfo.Api.Signing;

/// <summary>The percent-encoding that every signature scheme here signs: RFC 3986 with only the unreserved characters left bare.</summary>
public static class PercentEncoding
{
    /// <summary>Encodes the text's UTF-8 bytes; A-Z a-z 0-9 - _ . ~ stay, everything else becomes %XX in upper case.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);
}

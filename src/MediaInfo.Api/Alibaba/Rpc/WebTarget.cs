namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Addresses that callers want messages posted to.</summary>
internal static class WebTarget
{
    /// <summary>Whether the text is one HTTP or HTTPS address without user information.</summary>
    public static bool Is(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0;
}

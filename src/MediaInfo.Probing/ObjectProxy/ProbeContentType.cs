namespace MediaInfo.Probing.ObjectProxy;

/// <summary>The Content-Type sent to ffprobe.</summary>
internal static class ProbeContentType
{
    private static readonly string[] Playlists =
        ["application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl", "application/dash+xml"];

    /// <summary>
    /// A playlist's stored type, which ffprobe requires before it trusts a key without an extension. Everything else gets a
    /// neutral type, because ffprobe would trust a wrong type set by the uploader over the bytes.
    /// </summary>
    public static string Of(string? stored)
    {
        var type = stored?.Split(';')[0].Trim();
        return type is not null && Playlists.Contains(type, StringComparer.OrdinalIgnoreCase) ? type : "application/octet-stream";
    }
}

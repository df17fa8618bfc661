namespace MediaInfo.Api.ObjectProxy;

/// <summary>The media type that ffprobe is told.</summary>
internal static class ProbeContentType
{
    private static readonly string[] Playlists =
        ["application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl", "application/dash+xml"];

    /// <summary>
    /// A playlist's stored type, which ffprobe asks for before it trusts a key without extension; for everything else a
    /// neutral one, since ffprobe would let a wrong type that an uploader set outweigh the bytes.
    /// </summary>
    public static string Of(string? stored)
    {
        var type = stored?.Split(';')[0].Trim();
        return type is not null && Playlists.Contains(type, StringComparer.OrdinalIgnoreCase) ? type : "application/octet-stream";
    }
}

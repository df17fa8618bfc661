using MediaInfo.Core.Objects;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace MediaInfo.Standalone.Objects;

/// <summary>The media types that objects are served with.</summary>
internal static class ObjectTypes
{
    private const string Unknown = "application/octet-stream";

    // The framework's list lacks these, or names a type that no browser plays.
    private static readonly FileExtensionContentTypeProvider ByExtension = new()
    {
        Mappings =
        {
            [".avif"] = "image/avif",
            [".flac"] = "audio/flac",
            [".heic"] = "image/heic",
            [".m4a"] = "audio/mp4",
            [".m4s"] = "video/iso.segment",
            [".mka"] = "audio/x-matroska",
            [".mkv"] = "video/x-matroska",
            [".mpd"] = "application/dash+xml",
            [".mxf"] = "application/mxf",
            [".opus"] = "audio/ogg",
            [".ts"] = "video/mp2t",
            [".vtt"] = "text/vtt",
        },
    };

    /// <summary>The type that storage keeps, or else that of the name's extension.</summary>
    public static string Of(ObjectRef source, ObjectProperties properties) =>
        MediaTypeHeaderValue.TryParse(properties.ContentType, out var kept) ? kept.ToString()
        : ByExtension.TryGetContentType(source.FileName, out var known) ? known
        : Unknown;

    /// <summary>Whether a browser may show a type itself: sound and moving or still pictures, none of which is a page.</summary>
    public static bool CanBeShown(string type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && (Is(parsed, "audio") || Is(parsed, "video") || (Is(parsed, "image") && !parsed.Suffix.HasValue));

    private static bool Is(MediaTypeHeaderValue type, string kind) =>
        type.Type.Equals(kind, StringComparison.OrdinalIgnoreCase);
}

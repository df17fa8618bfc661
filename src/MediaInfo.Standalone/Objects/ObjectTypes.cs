using MediaInfo.Core.Objects;
using Microsoft.Net.Http.Headers;

namespace MediaInfo.Standalone.Objects;

/// <summary>The media types that objects are served with.</summary>
internal static class ObjectTypes
{
    private const string Unknown = "application/octet-stream";

    /// <summary>The type that storage tells; for none, or for what is no type, that of unknown bytes.</summary>
    public static string Of(ObjectProperties properties) =>
        MediaTypeHeaderValue.TryParse(properties.ContentType, out var told) ? told.ToString() : Unknown;

    /// <summary>Whether a browser may show a type itself: sound and moving or still pictures, none of which is a page.</summary>
    public static bool CanBeShown(string type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && (Is(parsed, "audio") || Is(parsed, "video") || (Is(parsed, "image") && !parsed.Suffix.HasValue));

    private static bool Is(MediaTypeHeaderValue type, string kind) =>
        type.Type.Equals(kind, StringComparison.OrdinalIgnoreCase);
}

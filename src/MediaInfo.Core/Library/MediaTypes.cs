using System.Collections.Frozen;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Library;

/// <summary>The media types of assets.</summary>
public static class MediaTypes
{
    private static readonly (string Type, string[] Extensions)[] Known =
    [
        (Video,
        [
            "mp4", "m4v", "mov", "mkv", "webm", "avi", "flv", "f4v", "ts", "m2ts", "mts", "mpg", "mpeg", "m2v", "vob", "wmv",
            "asf", "3gp", "3g2", "m3u8", "mpd", "mxf", "ogv", "rm", "rmvb", "dv", "dat", "gifv",
        ]),
        (Audio, [
            "mp3", "aac", "m4a", "wav", "flac", "ogg", "oga", "opus", "wma", "amr", "ac3", "eac3", "ape", "aif", "aiff", "mka",
            "caf",
        ]),
        (Image, ["jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "heic", "heif", "avif", "ico"]),
        (Text, ["srt", "vtt", "ass", "ssa", "ttml", "txt", "json", "xml", "csv", "ttf", "otf", "ttc"]),
    ];

    private static readonly FrozenDictionary<string, string> ByExtension = Known
        .SelectMany(type => type.Extensions.Select(extension => KeyValuePair.Create("." + extension, type.Type)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Video.</summary>
    public const string Video = "video";

    /// <summary>Audio.</summary>
    public const string Audio = "audio";

    /// <summary>Images.</summary>
    public const string Image = "image";

    /// <summary>Subtitles and other text.</summary>
    public const string Text = "text";

    /// <summary>Whether the type exists.</summary>
    public static bool Has(string type) => type is Video or Audio or Image or Text;

    /// <summary>The type implied by the key's extension; null for an unknown extension.</summary>
    public static string? OfKey(string key) => ByExtension.GetValueOrDefault(Path.GetExtension(key));

    /// <summary>The type of a described file; null if there is no such type.</summary>
    public static string? Of(MediaKind kind) => kind switch
    {
        MediaKind.Video => Video,
        MediaKind.Audio => Audio,
        MediaKind.Image => Image,
        MediaKind.Text => Text,
        _ => null,
    };
}

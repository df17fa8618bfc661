using System.Globalization;

namespace MediaInfo.Api.Ims.Library;

/// <summary>How the media library writes what is no media property.</summary>
internal static class LibraryText
{
    /// <summary>A time: ISO 8601, UTC, whole seconds.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Tags: comma-separated; null for none.</summary>
    public static string? Tags(IReadOnlyList<string> tags) => tags.Count > 0 ? string.Join(',', tags) : null;
}

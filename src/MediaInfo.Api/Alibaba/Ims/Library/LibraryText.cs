namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>How the media library writes values that are not media properties.</summary>
internal static class LibraryText
{
    /// <summary>Tags: comma-separated; null for none.</summary>
    public static string? Tags(IReadOnlyList<string> tags) => tags.Count > 0 ? string.Join(',', tags) : null;
}

using System.Globalization;

namespace MediaInfo.LocalStorage.Database;

/// <summary>Version numbers as ETags: quoted decimals.</summary>
internal static class Versions
{
    /// <summary>The ETag of a version.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version of an ETag; -1, which no version is, for any other text.</summary>
    public static long Of(string? etag) =>
        etag is ['"', .., '"'] ? VersionNumbers.Of(etag.AsSpan(1, etag.Length - 2)) : -1;
}

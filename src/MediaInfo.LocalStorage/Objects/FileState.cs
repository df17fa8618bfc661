using System.Globalization;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>What tells one version of a file from another.</summary>
/// <param name="Size">Length in bytes.</param>
/// <param name="ModifiedNanoseconds">When the content was last written, in nanoseconds since 1970.</param>
/// <param name="Inode">The file's number in its file system; 0 if the system has none.</param>
internal readonly record struct FileState(long Size, long ModifiedNanoseconds, ulong Inode)
{
    /// <summary>The version as an ETag. A file that replaces another has another number, whatever its size and time.</summary>
    public string ETag =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Size:x}-{ModifiedNanoseconds:x}-{Inode:x}\"");
}

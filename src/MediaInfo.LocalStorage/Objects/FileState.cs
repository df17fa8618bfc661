using System.Globalization;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>What tells one version of a file from another.</summary>
/// <param name="Size">Length in bytes.</param>
/// <param name="ModifiedNanoseconds">When the content was last written, in nanoseconds since 1970.</param>
/// <param name="ChangedNanoseconds">
/// When the content or anything else of the file was last changed, in nanoseconds since 1970. Unlike the other time, nobody can
/// set it. The other time, if the system has none.
/// </param>
/// <param name="Inode">The file's number in its file system; 0 if the system has none.</param>
internal readonly record struct FileState(long Size, long ModifiedNanoseconds, long ChangedNanoseconds, ulong Inode)
{
    /// <summary>When the content was last written, in whole microseconds.</summary>
    public DateTimeOffset Modified => DateTimeOffset.UnixEpoch.AddMicroseconds(ModifiedNanoseconds / 1000);

    /// <summary>When anything was last changed, in whole microseconds.</summary>
    public DateTimeOffset Changed => DateTimeOffset.UnixEpoch.AddMicroseconds(ChangedNanoseconds / 1000);

    /// <summary>
    /// The version as an ETag. A file that replaces another has another number, whatever its size and time; a file that was
    /// rewritten has changed, even if somebody set its time back.
    /// </summary>
    public string ETag => string.Create(
        CultureInfo.InvariantCulture, $"\"{Size:x}-{ModifiedNanoseconds:x}-{ChangedNanoseconds:x}-{Inode:x}\"");

    /// <summary>The version as it is known before the file gets its name, which changes it.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"\"{Size:x}-{ModifiedNanoseconds:x}-{Inode:x}\"");
}

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Reads the keys of a bucket that have a prefix, in key order, up to a limit.</summary>
internal sealed class ObjectListing(FileNames names, string prefix, CancellationToken cancellationToken)
{
    private const int MaxListed = 5_000;

    // Deeper folders than any key has, and than any recursion should have.
    private const int Deepest = 600;

    private readonly Dictionary<string, long> _found = new(StringComparer.Ordinal);

    /// <summary>The sizes by key; null if the bucket cannot be read.</summary>
    public IReadOnlyDictionary<string, long>? Read(string bucket)
    {
        try
        {
            if (new DirectoryInfo(bucket) is not { Exists: true, LinkTarget: null } folder
                || !NameCase.IsReal(Path.GetDirectoryName(bucket)!, [folder.Name]))
            {
                return null;
            }

            Read(folder, "", [], depth: 0);
            return _found;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Read(DirectoryInfo folder, string begin, IReadOnlyList<string> continued, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var entry in EntriesOf(folder, begin, continued))
        {
            if (_found.Count == MaxListed)
            {
                return;
            }

            if (entry.Size is { } size)
            {
                _found[entry.Key] = size;
            }
            else if (depth < Deepest)
            {
                ReadBelow(entry, depth + 1);
            }
        }
    }

    // A folder that may not be read, such as the "lost+found" of a mounted disk, or that was just removed, holds no objects.
    private void ReadBelow(Entry entry, int depth)
    {
        try
        {
            Read((DirectoryInfo)entry.Info, entry.Key, entry.Continued, depth);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            // Nor does the list of the others end.
        }
    }

    private List<Entry> EntriesOf(DirectoryInfo folder, string begin, IReadOnlyList<string> continued)
    {
        var entries = new List<Entry>();
        foreach (var info in folder.EnumerateFileSystemInfos())
        {
            if (EntryOf(info, begin, continued) is { } entry && Concerns(entry))
            {
                entries.Add(entry);
            }
        }

        // Folders sort by their keys' slash, as the keys in them do.
        entries.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return entries;
    }

    private Entry? EntryOf(FileSystemInfo info, string begin, IReadOnlyList<string> continued)
    {
        if (info.LinkTarget is not null)
        {
            return null;
        }

        if (info is DirectoryInfo && FileNames.IsContinued(info.Name))
        {
            return new Entry(begin, info, Size: null, [.. continued, info.Name]);
        }

        return names.PartOf([.. continued, info.Name]) is not { } part ? null
            : info is DirectoryInfo ? new Entry(begin + part + '/', info, Size: null, [])
            : SizeOf((FileInfo)info) is { } size ? new Entry(begin + part, info, size, [])
            : null;
    }

    private bool Concerns(Entry entry) =>
        entry.Key.StartsWith(prefix, StringComparison.Ordinal)
        || (entry.Size is null && prefix.StartsWith(entry.Key, StringComparison.Ordinal));

    // Null for pipes, sockets and devices, which are no objects, and for a file that was just removed.
    private static long? SizeOf(FileInfo file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return file.Exists ? file.Length : null;
        }

        using var handle = LinuxFiles.Look(file.FullName);
        return handle.IsInvalid ? null : LinuxFiles.StateOf(handle)?.Size;
    }

    // A folder has no size.
    private sealed record Entry(string Key, FileSystemInfo Info, long? Size, IReadOnlyList<string> Continued);
}

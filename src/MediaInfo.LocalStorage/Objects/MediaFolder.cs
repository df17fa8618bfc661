using MediaInfo.Core.Objects;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The folder whose subfolders are buckets. No key leads out of its bucket.</summary>
public sealed class MediaFolder(LocalStorageOptions options)
{
    private readonly string _configured = options.MediaRoot;
    private string? _root;

    /// <summary>Names by the rules of this system.</summary>
    internal FileNames Names { get; } = new(OperatingSystem.IsWindows());

    /// <summary>Why the folder cannot be read, as a sentence; null if it can.</summary>
    public string? Problem =>
        !Directory.Exists(Root) ? $"The media folder {Root} does not exist"
        : !CanEnter(Root) ? $"The media folder {Root} cannot be read by this service"
        : null;

    private string Root => _root ?? _configured;

    /// <summary>Creates the folder if missing. The folder itself may be a link; nothing below it may.</summary>
    /// <exception cref="IOException">
    /// The folder is missing and cannot be created, or links make it contain the data folder.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder is missing and may not be created.</exception>
    public void Open()
    {
        Directory.CreateDirectory(_configured);
        var (root, data) = (RealPath.Of(_configured), RealPath.Of(options.Root));
        if (Inside(data).StartsWith(Inside(root), StringComparison.Ordinal))
        {
            // The settings' check sees no links.
            throw new IOException(
                $"The media folder {_configured} contains the data folder {data}, so callers could read the service's own files");
        }

        _root = root;
    }

    // The names in it need not be readable. Elsewhere the first object tells.
    private static bool CanEnter(string folder)
    {
        using var inside = OperatingSystem.IsLinux() ? LinuxFiles.Look($"{folder}/.") : null;
        return inside?.IsInvalid != true;
    }

    private static string Inside(string folder) =>
        $"{folder.TrimEnd(Path.DirectorySeparatorChar)}{Path.DirectorySeparatorChar}";

    /// <summary>The folder of a bucket, which may be missing; null for an illegal name.</summary>
    internal string? FolderOf(string bucket) => BucketName.IsLegal(bucket) ? Path.Combine(Root, bucket) : null;

    /// <summary>The place of an object, which may be missing; null if none can have the key.</summary>
    internal ObjectPath? Locate(ObjectRef source) =>
        FolderOf(source.Bucket) is { } folder
        && source.Key.Length is > 0 and <= ObjectRef.MaxKeyLength
        && Names.Of(source.Key) is { } names
            ? new ObjectPath(folder, names)
            : null;

    /// <summary>Opens an object for reading; null if there is none, or it may not be read.</summary>
    /// <exception cref="IOException">The disk fails now.</exception>
    internal OpenFile? TryOpen(ObjectRef source, out ObjectReadStatus status)
    {
        status = ObjectReadStatus.NotFound;
        if (Locate(source) is not { } place || OpenFile.TryOpen(place.File, out status) is not { } file)
        {
            return null;
        }

        if (place.HasRealNames())
        {
            return file;
        }

        file.Dispose();
        status = ObjectReadStatus.NotFound;
        return null;
    }
}

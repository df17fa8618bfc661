using System.Globalization;
using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.Standalone.Commands.Sources;

/// <summary>
/// A file's folder as a bucket, so that a playlist finds its segments beside it and below. The file itself may be a link; a
/// playlist names no link, which could lead anywhere.
/// </summary>
/// <param name="folder">The folder, as a full path.</param>
/// <param name="main">The name of the file itself.</param>
internal sealed class FolderStore(string folder, string main) : IObjectStore
{
    private const string Bucket = "file";

    /// <summary>A file of the folder as an object.</summary>
    /// <param name="path">The file's full path.</param>
    public static ObjectRef ObjectOf(string path) => new(Bucket, Path.GetFileName(path));

    /// <inheritdoc />
    public Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Read(source, offset, count, etag));
        }
        catch (UnauthorizedAccessException)
        {
            return Task.FromResult(ObjectRead.None(ObjectReadStatus.Denied));
        }
    }

    /// <inheritdoc />
    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
        Task.FromResult(FileOf(source) is { } file ? PropertiesOf(file) : null);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>?>(null);

    private ObjectRead Read(ObjectRef source, long offset, long count, string? etag)
    {
        if (FileOf(source) is not { } file)
        {
            return ObjectRead.None(ObjectReadStatus.NotFound);
        }

        var properties = PropertiesOf(file);
        if (etag is not null && !string.Equals(etag, properties.ETag, StringComparison.Ordinal))
        {
            return ObjectRead.None(ObjectReadStatus.Changed);
        }

        if (offset >= properties.Size)
        {
            return ObjectRead.None(ObjectReadStatus.BehindEnd, properties);
        }

        var content = new FileStream(
            file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        content.Position = offset;
        return ObjectRead.Found(properties, new FirstBytes(content, Math.Min(count, properties.Size - offset)));
    }

    // A playlist can name any key. Only regular files below the folder are read.
    private FileInfo? FileOf(ObjectRef source)
    {
        var names = source.Key.Split('/');
        if (names.Any(name => name is "" or "." or ".." || name.AsSpan().ContainsAny('\\', '\0')))
        {
            return null;
        }

        var isMain = string.Equals(source.Key, main, StringComparison.Ordinal);
        var file = new FileInfo(Path.Combine([folder, .. names]));
        return !RegularFile.Is(file.FullName) ? null
            : isMain ? file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file
            : HasLink(names) ? null
            : file;
    }

    private bool HasLink(string[] names)
    {
        var path = folder;
        return names.Any(name => new FileInfo(path = Path.Combine(path, name)).LinkTarget is not null);
    }

    private static ObjectProperties PropertiesOf(FileInfo file) => new(
        file.Length,
        string.Create(CultureInfo.InvariantCulture, $"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\""),
        ContentType: null,
        ContentMd5: null);
}

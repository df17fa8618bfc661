namespace MediaInfo.LocalStorage.Objects;

/// <summary>The place of an object on disk.</summary>
/// <param name="Bucket">The bucket's folder.</param>
/// <param name="Names">The names of the folders below it and of the file.</param>
internal sealed record ObjectPath(string Bucket, IReadOnlyList<string> Names)
{
    /// <summary>The file.</summary>
    public string File { get; } = Path.Combine([Bucket, .. Names]);

    /// <summary>The file's folder.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Whether the names on disk are these, where the file system ignores case.</summary>
    public bool HasRealNames() =>
        NameCase.IsReal(Path.GetDirectoryName(Bucket)!, [Path.GetFileName(Bucket), .. Names]);

    /// <summary>Whether the bucket or a folder on the way is a link.</summary>
    public bool HasLink()
    {
        for (var folder = Folder; folder.Length >= Bucket.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}

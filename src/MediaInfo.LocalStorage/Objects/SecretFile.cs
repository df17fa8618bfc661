namespace MediaInfo.LocalStorage.Objects;

/// <summary>Makes files that only their owner may read.</summary>
public static class SecretFile
{
    /// <summary>Makes a file that does not exist. A crash leaves no half of it, which would refuse every later start.</summary>
    /// <exception cref="IOException">It exists, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Make(string path, ReadOnlySpan<byte> content)
    {
        var beside = $"{path}.new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(beside, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }
}

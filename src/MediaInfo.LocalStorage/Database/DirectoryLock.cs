namespace MediaInfo.LocalStorage.Database;

/// <summary>Keeps every other process out of the data folder. The system ends it with the process, however that ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Creates the folder if missing, and takes it.</summary>
    /// <exception cref="IOException">Another process has it, or it cannot be written.</exception>
    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new DirectoryLock(Open(directory));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The data folder {directory} cannot be written: {e.Message}", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static FileStream Open(string directory)
    {
        var path = Path.Combine(directory, StorageNames.LockFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (File.Exists(path) && e is not DirectoryNotFoundException)
        {
            throw new IOException(
                $"The data folder {directory} is used by another process: stop that one, or set Storage:Local:Directory to another "
                + "folder",
                e);
        }
    }
}

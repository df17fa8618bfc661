namespace MediaInfo.LocalStorage.Database;

/// <summary>Keeps every other process out of the data folder. The system ends it with the process, however that ends.</summary>
public sealed class DirectoryLock : IDisposable
{
    // How Linux, macOS and Windows say that a file is locked.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x8007_0020)];

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Creates the folder if missing, and takes it.</summary>
    /// <exception cref="IOException">Another process has it, or it cannot be written.</exception>
    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, StorageNames.LockFile);
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0,
            };
            if (!OperatingSystem.IsWindows())
            {
                // Whoever may read the file can lock it too, and so keep the service from starting.
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new DirectoryLock(new FileStream(path, options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Array.Exists(Locked, code => code == e.HResult)
                ? new IOException(
                    $"The data folder {directory} is used by another process: stop that one, or set Storage:Local:Directory to "
                    + "another folder",
                    e)
                : new IOException($"The data folder {directory} cannot be written: {e.Message}", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}

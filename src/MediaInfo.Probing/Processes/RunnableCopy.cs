using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Probing.Processes;

/// <summary>A copy of a binary. On Linux it is run through this process's descriptor, and its name is removed at once.</summary>
internal sealed class RunnableCopy : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly DirectoryInfo? _folder;

    /// <summary>Takes ownership of a folder with a runnable file.</summary>
    /// <exception cref="IOException">The file cannot be run without a name.</exception>
    public RunnableCopy(DirectoryInfo folder, FileInfo file)
    {
        _file = File.OpenHandle(file.FullName);
        if (!OperatingSystem.IsLinux())
        {
            _folder = folder;
            Path = file.FullName;
            return;
        }

        Path = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{_file.DangerousGetHandle()}");
        folder.Delete(recursive: true);
    }

    /// <summary>The path by which this process runs it.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _file.Dispose();
        _folder?.Delete(recursive: true);
    }
}

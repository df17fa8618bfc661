using System.Runtime.InteropServices;
using MediaInfo.Core.Objects;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>A regular file that was opened for reading, and checked to be the one that was meant.</summary>
internal sealed class OpenFile : IDisposable
{
    private const int NoEntry = 2;
    private const int Denied = 13;
    private const int NotPermitted = 1;
    private const int NoSuchDevice = 6;
    private const int NotFolder = 20;
    private const int NameTooLong = 36;
    private const int TooManyLinks = 40;

    private OpenFile(SafeFileHandle handle, FileState state) => (Handle, State) = (handle, state);

    /// <summary>The handle.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>The state when it was opened.</summary>
    public FileState State { get; }

    /// <summary>Opens the file at a path.</summary>
    /// <param name="path">The real path: a file that lies elsewhere, behind a link, is not found.</param>
    /// <param name="status">Why there is none.</param>
    /// <returns>Null if there is no such regular file, or it may not be read.</returns>
    /// <exception cref="IOException">The disk fails now.</exception>
    public static OpenFile? TryOpen(string path, out ObjectReadStatus status)
    {
        status = ObjectReadStatus.NotFound;
        return OperatingSystem.IsLinux() ? OpenOnLinux(path, ref status) : OpenElsewhere(path, ref status);
    }

    /// <inheritdoc />
    public void Dispose() => Handle.Dispose();

    // The file is found first and opened only if it is the right one: to open a device or a pipe can already do something.
    private static OpenFile? OpenOnLinux(string path, ref ObjectReadStatus status)
    {
        using var found = LinuxFiles.Look(path);
        if (found.IsInvalid)
        {
            status = StatusOfError();
            return null;
        }

        if (LinuxFiles.StateOf(found) is null || !string.Equals(LinuxFiles.PathOf(found), path, StringComparison.Ordinal))
        {
            return null;
        }

        var handle = LinuxFiles.Open(found);
        if (!handle.IsInvalid && LinuxFiles.StateOf(handle) is { } state)
        {
            return new OpenFile(handle, state);
        }

        status = StatusOfError();
        handle.Dispose();
        return null;
    }

    private static ObjectReadStatus StatusOfError() => Marshal.GetLastPInvokeError() switch
    {
        NoEntry or NoSuchDevice or NotFolder or NameTooLong or TooManyLinks => ObjectReadStatus.NotFound,
        Denied or NotPermitted => ObjectReadStatus.Denied,
        var error => throw new IOException($"A media file cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}"),
    };

    // Elsewhere a link is found before the file is opened. Whoever can swap the two can also read the file by other means.
    private static OpenFile? OpenElsewhere(string path, ref ObjectReadStatus status)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Attributes.HasFlag(FileAttributes.ReparsePoint) || HasLink(file.Directory))
            {
                return null;
            }

            var handle = File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.None);
            var ticks = File.GetLastWriteTimeUtc(handle).Ticks - DateTime.UnixEpoch.Ticks;
            return new OpenFile(handle, new FileState(RandomAccess.GetLength(handle), ticks * 100, ticks * 100, Inode: 0));
        }
        catch (UnauthorizedAccessException)
        {
            status = ObjectReadStatus.Denied;
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        {
            return null;
        }
    }

    private static bool HasLink(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (folder.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                return true;
            }
        }

        return false;
    }
}

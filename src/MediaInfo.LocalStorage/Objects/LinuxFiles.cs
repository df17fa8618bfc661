using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Calls of Linux that .NET lacks: opening without waiting for a pipe, what the file behind a
/// handle is, and a second name for a file.</summary>
internal static partial class LinuxFiles
{
    private const int ReadOnly = 0;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int PathOnly = 0x200000;
    private const int ThisFile = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Exists = 17;
    private const int LongestPath = 4096;
    private const long Nanoseconds = 1_000_000_000;

    /// <summary>Opens a file or folder for reading. It does not wait for the writer of a pipe.</summary>
    /// <returns>The handle; invalid on failure, with the error in <see cref="Marshal.GetLastPInvokeError"/>.</returns>
    public static SafeFileHandle Open(string path) => new(OpenFile(path, ReadOnly | NonBlocking | CloseOnExec), ownsHandle: true);

    /// <summary>Finds a file of any kind without opening it: the handle tells its state, and nothing more.</summary>
    /// <returns>As <see cref="Open(string)"/>.</returns>
    public static SafeFileHandle Look(string path) => new(OpenFile(path, PathOnly | CloseOnExec), ownsHandle: true);

    /// <summary>Opens the very file that was found, whatever its path leads to by now.</summary>
    /// <returns>As <see cref="Open(string)"/>.</returns>
    public static SafeFileHandle Open(SafeFileHandle found)
    {
        var isHeld = false;
        try
        {
            found.DangerousAddRef(ref isHeld);
            return Open(LinkOf(found));
        }
        finally
        {
            if (isHeld)
            {
                found.DangerousRelease();
            }
        }
    }

    /// <summary>The state of an open file; null if it is not a regular file.</summary>
    public static unsafe FileState? StateOf(SafeFileHandle file)
    {
        FileStatus status;
        if (Statx(file, "", ThisFile, BasicFields, &status) != 0 || (status.Mode & TypeMask) != RegularFile)
        {
            return null;
        }

        return new FileState(
            (long)status.Size,
            (status.ModifiedSeconds * Nanoseconds) + status.ModifiedNanoseconds,
            (status.ChangedSeconds * Nanoseconds) + status.ChangedNanoseconds,
            status.Inode);
    }

    /// <summary>The real path of an open file, without any link; null if the system cannot tell.</summary>
    public static unsafe string? PathOf(SafeFileHandle file)
    {
        var isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            Span<byte> path = stackalloc byte[LongestPath];
            fixed (byte* buffer = path)
            {
                var length = ReadLink(LinkOf(file), buffer, LongestPath);
                return length is > 0 and < LongestPath ? Encoding.UTF8.GetString(path[..(int)length]) : null;
            }
        }
        finally
        {
            if (isHeld)
            {
                file.DangerousRelease();
            }
        }
    }

    /// <summary>Gives a file a second name, at once and only if no file has it.</summary>
    /// <returns>False if one has it; null if it can't be done, as in a file system without second names.</returns>
    public static bool? TryLink(string path, string name) =>
        Link(path, name) == 0 ? true : Marshal.GetLastPInvokeError() == Exists ? false : null;

    private static string LinkOf(SafeFileHandle file) => $"/proc/self/fd/{file.DangerousGetHandle()}";

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Link(string path, string name);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static unsafe partial int Statx(SafeFileHandle file, string path, int flags, uint mask, FileStatus* status);

    [LibraryImport("libc", EntryPoint = "readlink", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static unsafe partial nint ReadLink(string path, byte* buffer, nint size);

    // "struct statx" of linux/stat.h, the same on every architecture: 256 bytes.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;
    }
}

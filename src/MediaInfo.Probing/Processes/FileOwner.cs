using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Processes;

/// <summary>The owner of a file. Linux only.</summary>
/// <param name="User">The user id.</param>
internal readonly partial record struct FileOwner(uint User)
{
    // From statx(2).
    private const int AtWorkingFolder = -100;
    private const int LinksThemselves = 0x100;
    private const uint UserIsWanted = 0x8;
    private const int Words = 64;
    private const int UserWord = 5;

    /// <summary>Whether it is root or this process's own user.</summary>
    public bool IsTrusted => User == 0 || User == EffectiveUser();

    /// <summary>The owner of a file, a folder or a link itself; null if it does not exist.</summary>
    public static unsafe FileOwner? Of(string path)
    {
        var status = stackalloc uint[Words];
        return Status(AtWorkingFolder, path, LinksThemselves, UserIsWanted, status) == 0 ? new FileOwner(status[UserWord]) : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Status(int folder, string path, int flags, uint wanted, uint* status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}

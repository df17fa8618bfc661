using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// The C library functions that start and confine a child. Their parameters are only numbers and addresses, so calling one runs
/// no runtime code.
/// </summary>
internal static unsafe partial class LibC
{
    public const int SetNoNewPrivileges = 38;
    public const int SetSeccomp = 22;
    public const int SeccompFilterMode = 2;
    public const int SetDumpable = 4;

    // The same numbers on every architecture.
    public const nint CloseRange = 436;
    public const nint LandlockCreateRuleset = 444;
    public const nint LandlockAddRule = 445;
    public const nint LandlockRestrictSelf = 446;

    [LibraryImport("libc", EntryPoint = "syscall")]
    public static partial nint Call(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int Control(int what, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "capset")]
    public static partial int SetCapabilities(void* header, void* data);

    [LibraryImport("libc", EntryPoint = "__errno_location")]
    public static partial int* Error();

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    public static partial int Spawn(
        int* processId, byte* path, void* actions, void* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitActions(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static partial int AddDuplicate(void* actions, int descriptor, int copy);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np")]
    public static partial int AddChangeOfFolder(void* actions, byte* folder);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyActions(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    public static partial int InitAttributes(void* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    public static partial int SetFlags(void* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    public static partial int SetDefaultSignals(void* attributes, void* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    public static partial int SetBlockedSignals(void* attributes, void* signals);

    [LibraryImport("libc", EntryPoint = "waitid")]
    public static partial int Wait(int kind, int id, void* information, int options);
}

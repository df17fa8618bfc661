using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// What a child may do with files and connections (landlock(7)): read and run the listed files, connect to one TCP port, and
/// nothing else that the kernel can forbid.
/// </summary>
internal static unsafe partial class Landlock
{
    private const int AskForVersion = 1;
    private const int FileRule = 1;
    private const int PortRule = 2;
    private const ulong Execute = 1 << 0;
    private const ulong Read = 1 << 2;
    private const ulong Connect = 1 << 1;
    private const ulong BindAndConnect = 3;
    private const ulong SocketsAndSignals = 3;

    // O_PATH and O_CLOEXEC: only a file's location, which needs no read access and has no effect on a device or pipe.
    private const int Place = 0x200000 | 0x80000;

    /// <summary>The Landlock ABI version; 0 if the kernel has none.</summary>
    public static int Abi => Math.Max(0, (int)LibC.Call(LibC.LandlockCreateRuleset, 0, 0, AskForVersion, 0));

    /// <summary>Whether the kernel lets a child signal only its own processes.</summary>
    public static bool ConfinesSignals(int abi) => abi >= 6;

    /// <summary>The rules, for a thread to apply to itself.</summary>
    /// <param name="abi">The kernel's ABI version.</param>
    /// <param name="files">Files to read, and run if marked so. Missing files are skipped.</param>
    /// <param name="port">The TCP port it may connect to, on any address; null for none.</param>
    /// <exception cref="Win32Exception">The kernel refused.</exception>
    public static SafeFileHandle Rules(int abi, IEnumerable<ProgramFile> files, int? port)
    {
        var handled =
            stackalloc ulong[] { FileRights(abi), abi >= 4 ? BindAndConnect : 0, ConfinesSignals(abi) ? SocketsAndSignals : 0 };
        var rules =
            new SafeFileHandle(LibC.Call(LibC.LandlockCreateRuleset, (nint)handled, 3 * sizeof(ulong), 0, 0), ownsHandle: true);
        if (rules.IsInvalid)
        {
            throw new Win32Exception(*LibC.Error());
        }

        foreach (var file in files)
        {
            using var place = Open(file.Path, Place);
            if (!place.IsInvalid)
            {
                Add(rules, FileRule, file.IsRun ? Execute | Read : Read, (ulong)place.DangerousGetHandle());
            }
        }

        if (port is { } open && abi >= 4)
        {
            Add(rules, PortRule, Connect, (ulong)open);
        }

        return rules;
    }

    private static void Add(SafeFileHandle rules, int kind, ulong rights, ulong what)
    {
        var rule = stackalloc ulong[] { rights, what };
        if (LibC.Call(LibC.LandlockAddRule, rules.DangerousGetHandle(), kind, (nint)rule, 0) != 0)
        {
            throw new Win32Exception(*LibC.Error());
        }
    }

    // Each version adds a few rights; those of version 1 are the lowest bits.
    private static ulong FileRights(int abi) => (1UL << (abi switch { 1 => 13, 2 => 14, 3 or 4 => 15, _ => 16 })) - 1;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}

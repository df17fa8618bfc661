using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>
/// What a child may do with files and connections (landlock(7)): read and run what is listed, connect to one TCP port, and
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

    // O_PATH and O_CLOEXEC: a file's place alone, which need not be readable, and is nothing to a device or a pipe.
    private const int Place = 0x200000 | 0x80000;

    /// <summary>The version of Landlock; 0 where there is none.</summary>
    public static int Abi => Math.Max(0, (int)LibC.Call(LibC.LandlockCreateRuleset, 0, 0, AskForVersion, 0));

    /// <summary>Whether the kernel keeps a child's signals among its own processes.</summary>
    public static bool ConfinesSignals(int abi) => abi >= 6;

    /// <summary>The rules, for a thread to take upon itself.</summary>
    /// <param name="abi">The version that the kernel has.</param>
    /// <param name="files">What may be read, and run where it says so. One that is not there is passed over.</param>
    /// <param name="port">The TCP port that may be connected to, whatever the address; null for none.</param>
    /// <exception cref="Win32Exception">The kernel refused.</exception>
    public static SafeFileHandle Rules(int abi, IEnumerable<ProgramFile> files, int? port)
    {
        var handled = stackalloc ulong[] { FileRights(abi), abi >= 4 ? BindAndConnect : 0, ConfinesSignals(abi) ? SocketsAndSignals : 0 };
        var rules = new SafeFileHandle(LibC.Call(LibC.LandlockCreateRuleset, (nint)handled, 3 * sizeof(ulong), 0, 0), ownsHandle: true);
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

    // Each version knows a few more rights than the one before; those of the first are the lowest bits.
    private static ulong FileRights(int abi) => (1UL << (abi switch { 1 => 13, 2 => 14, 3 or 4 => 15, _ => 16 })) - 1;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}

using System.Runtime.InteropServices;

namespace MediaInfo.Core.Probing.Processes;

/// <summary>Limits that the kernel sets a child, so that they hold even when this process no longer can. Linux only.</summary>
internal static partial class ProcessLimits
{
    // getrlimit(2), the numbers of every Linux that .NET runs on.
    private const int CpuSeconds = 0;
    private const int Data = 2;
    private const int Core = 4;

    // The wall clock comes first; processor time catches a child that outlives this process.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Limits memory and processor time, and forbids core dumps. A child that has ended by now needs none.</summary>
    /// <param name="processId">The child.</param>
    /// <param name="memory">Bytes of private memory, after which its allocations fail.</param>
    /// <param name="cpu">Processor time, after which and two seconds SIGXCPU ends it.</param>
    public static void Set(int processId, long memory, TimeSpan cpu)
    {
        if (OperatingSystem.IsLinux())
        {
            Set(processId, Data, (ulong)memory);
            Set(processId, CpuSeconds, (ulong)Math.Ceiling((cpu + Grace).TotalSeconds));
            Set(processId, Core, 0);
        }
    }

    private static void Set(int processId, int resource, ulong value)
    {
        var limit = new Limit(value, value);
        _ = Prlimit(processId, resource, in limit, IntPtr.Zero);
    }

    [LibraryImport("libc", EntryPoint = "prlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Prlimit(int pid, int resource, in Limit limit, IntPtr old);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}

using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Processes;

/// <summary>Kernel limits on a child, which hold even when this process cannot enforce them. Linux only.</summary>
internal static partial class ProcessLimits
{
    // getrlimit(2); the same numbers on every Linux that .NET runs on.
    private const int CpuSeconds = 0;
    private const int Data = 2;
    private const int Core = 4;

    // The wall-clock limit comes first; processor time catches a child that outlives this process.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Limits memory and processor time and forbids core dumps. Does nothing if the child has already ended.</summary>
    /// <param name="processId">The child.</param>
    /// <param name="memory">Bytes of private memory; allocations beyond that fail.</param>
    /// <param name="cpu">Processor time; SIGXCPU ends the child two seconds of processor time after it.</param>
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

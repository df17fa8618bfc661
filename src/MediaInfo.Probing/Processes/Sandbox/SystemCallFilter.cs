using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>The filter for a child's system calls (seccomp(2)).</summary>
/// <remarks>
/// It is installed before the child runs, while the thread that starts it must still create a process and execute a program. The
/// calling code's address tells the two apart: this process's C library is mapped where the child has no code, at an address
/// the child does not know.
/// </remarks>
internal static class SystemCallFilter
{
    private const uint Allow = 0x7FFF0000;
    private const uint KillProcess = 0x80000000;
    private const uint NotPermitted = 0x00050001;
    private const uint NoSuchCall = 0x00050026;

    private static readonly CodeRange? Starter = OperatingSystem.IsLinux() ? CodeRange.OfLibraryWith("posix_spawn") : null;

    /// <summary>Whether there is a filter for this machine's architecture.</summary>
    public static bool IsKnown => Processor is not null && Starter is not null;

    private static uint? Processor => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0xC000003E,
        Architecture.Arm64 => 0xC00000B7,
        _ => null,
    };

    /// <summary>The filter, as the kernel reads it.</summary>
    /// <param name="landlockAbi">The Landlock ABI version active with it; 0 for none.</param>
    public static ulong[] Make(int landlockAbi)
    {
        var filter = new FilterCode();

        // Call numbers differ by architecture. x32's start beyond all known numbers.
        filter.CheckProcessor(Processor!.Value, KillProcess);
        filter.CheckAny(SystemCalls.Plain.Select(NumberOf).OfType<uint>(), Allow);
        foreach (var call in SystemCalls.Tested)
        {
            Add(filter, call);
        }

        if (Landlock.ConfinesSignals(landlockAbi))
        {
            Add(filter, SystemCalls.SignalToThread);
        }

        // A library tries newer calls and falls back on ENOSYS. On any other error it gives up.
        filter.Check(SystemCalls.HidesItsFlags, NoSuchCall);
        filter.Finish(SystemCalls.FirstUnknown, NoSuchCall, NotPermitted);
        return filter.ToArray();
    }

    private static void Add(FilterCode filter, SystemCall call)
    {
        if (NumberOf(call) is { } number)
        {
            filter.Check(number, call, Starter!.Value, Allow);
        }
    }

    private static uint? NumberOf(SystemCall call) =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? (uint)call.X64 : (uint?)call.Arm64;
}

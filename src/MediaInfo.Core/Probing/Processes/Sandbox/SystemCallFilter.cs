using System.Runtime.InteropServices;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>The filter of a child's system calls (seccomp(2)).</summary>
/// <remarks>
/// It is in force before the child is: the thread that starts it still needs to make a process and to run a program. Whose code
/// calls tells the two apart. The C library of this process lies elsewhere than any code of the child, at an address that the
/// child does not know.
/// </remarks>
internal static class SystemCallFilter
{
    private const uint Allow = 0x7FFF0000;
    private const uint KillProcess = 0x80000000;
    private const uint NotPermitted = 0x00050001;
    private const uint NoSuchCall = 0x00050026;

    private static readonly CodeRange? Starter = OperatingSystem.IsLinux() ? CodeRange.OfLibraryWith("posix_spawn") : null;

    /// <summary>Whether there is a filter for this machine's processor.</summary>
    public static bool IsKnown => Processor is not null && Starter is not null;

    private static uint? Processor => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0xC000003E,
        Architecture.Arm64 => 0xC00000B7,
        _ => null,
    };

    /// <summary>The filter, as the kernel reads it.</summary>
    /// <param name="landlockAbi">The version of Landlock that is in force with it; 0 for none.</param>
    public static ulong[] Make(int landlockAbi)
    {
        var filter = new FilterCode();

        // Another processor's numbers mean other calls. Those of x32 begin beyond all that are known.
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

        // A library tries what is new, and does without where there is no such call. Of one that fails otherwise it despairs.
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

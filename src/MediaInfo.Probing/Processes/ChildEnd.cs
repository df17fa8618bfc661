using System.ComponentModel;
using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.Probing.Processes;

/// <summary>Waits for a child to end (waitid(2)).</summary>
internal static unsafe class ChildEnd
{
    private const int OneProcess = 1;
    private const int Exited = 4;
    private const int Keep = 0x01000000;
    private const int Interrupted = 4;

    // siginfo_t on 64-bit Linux: 128 bytes, as 32-bit words. CLD_EXITED is 1, the other codes are kinds of signals.
    private const int Words = 32;
    private const int Code = 2;
    private const int Status = 6;
    private const int ByItself = 1;

    /// <summary>Blocks until it has ended. Its process id stays reserved.</summary>
    /// <exception cref="Win32Exception">It is not a child of this process, or was already waited for.</exception>
    public static void Await(int processId) => Wait(processId, Exited | Keep);

    /// <summary>How it ended. Its process id may be reused afterwards.</summary>
    /// <returns>Whether it exited by itself, and the exit code or the signal's number.</returns>
    /// <exception cref="Win32Exception">It is not a child of this process, or was already waited for.</exception>
    public static (bool IsExit, int Status) Take(int processId) => Wait(processId, Exited);

    private static (bool IsExit, int Status) Wait(int processId, int options)
    {
        var information = stackalloc int[Words];
        while (LibC.Wait(OneProcess, processId, information, options) != 0)
        {
            if (*LibC.Error() != Interrupted)
            {
                throw new Win32Exception(*LibC.Error());
            }
        }

        return (information[Code] == ByItself, information[Status]);
    }
}

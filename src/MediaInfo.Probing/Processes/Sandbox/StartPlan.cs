using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>A thread's input for starting a child, and its result, outside the runtime's memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StartPlan
{
    /// <summary>The program; null starts none.</summary>
    public byte* Path;

    /// <summary>Its arguments, starting with its name.</summary>
    public byte** Arguments;

    /// <summary>Its environment.</summary>
    public byte** Environment;

    /// <summary>The posix_spawn file actions, applied in the new process.</summary>
    public void* Actions;

    /// <summary>The posix_spawn attributes.</summary>
    public void* Attributes;

    /// <summary>Header and body of capset(2) that drop every capability; null for no confinement.</summary>
    public uint* Capabilities;

    /// <summary>The descriptor of Landlock's rules; negative for none.</summary>
    public int Rules;

    /// <summary>The number of filter instructions; 0 for no filter. The kernel's structure starts here (seccomp(2)).</summary>
    public ulong FilterLength;

    /// <summary>The filter instructions; the end of that structure.</summary>
    public ulong* Filter;

    /// <summary>The child's process id.</summary>
    public int ProcessId;

    /// <summary>The step that failed; <see cref="StartStep.None"/> if none did.</summary>
    public StartStep Failed;

    /// <summary>The errno of the step that failed.</summary>
    public int Error;
}

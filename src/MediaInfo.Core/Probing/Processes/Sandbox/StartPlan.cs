using System.Runtime.InteropServices;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>What a thread does to start a child, and how that went, outside the runtime's memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StartPlan
{
    /// <summary>The program; null starts none.</summary>
    public byte* Path;

    /// <summary>Its arguments, its own name first.</summary>
    public byte** Arguments;

    /// <summary>Its environment.</summary>
    public byte** Environment;

    /// <summary>What the C library does in the new process.</summary>
    public void* Actions;

    /// <summary>How it makes the process.</summary>
    public void* Attributes;

    /// <summary>Header and body of capset(2) that give up every capability; null confines nothing.</summary>
    public uint* Capabilities;

    /// <summary>The descriptor of Landlock's rules; negative for none.</summary>
    public int Rules;

    /// <summary>The number of the filter's instructions; 0 for no filter. The kernel's structure begins here (seccomp(2)).</summary>
    public ulong FilterLength;

    /// <summary>The filter's instructions, with which that structure ends.</summary>
    public ulong* Filter;

    /// <summary>The child.</summary>
    public int ProcessId;

    /// <summary>The step that failed; <see cref="StartStep.None"/> when none did.</summary>
    public StartStep Failed;

    /// <summary>The error of the step that failed.</summary>
    public int Error;
}

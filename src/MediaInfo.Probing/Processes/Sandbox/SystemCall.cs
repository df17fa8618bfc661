namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>A system call that a child may make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X64">Its number on x86-64.</param>
/// <param name="Arm64">Its number on AArch64; null if AArch64 has no such call.</param>
internal sealed record SystemCall(string Name, int X64, int? Arm64)
{
    /// <summary>Tests that its arguments must all pass; empty allows any arguments.</summary>
    public IReadOnlyList<ArgumentTest> Tests { get; init; } = [];

    /// <summary>Whether only this process's code, which starts the child, may make it; not the child's own code.</summary>
    public bool IsOfTheStart { get; init; }
}

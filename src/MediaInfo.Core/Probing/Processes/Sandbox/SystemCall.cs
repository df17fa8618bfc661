namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>A system call that a child may make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X64">Its number on x86-64.</param>
/// <param name="Arm64">Its number on AArch64; null where that has no such call.</param>
internal sealed record SystemCall(string Name, int X64, int? Arm64)
{
    /// <summary>What its arguments must be, each of them; anything where there is no test.</summary>
    public IReadOnlyList<ArgumentTest> Tests { get; init; } = [];

    /// <summary>Whether only the code of this process may make it, which starts the child; not the child's own code.</summary>
    public bool IsOfTheStart { get; init; }
}

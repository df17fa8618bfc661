namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>A file that a program needs to run.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsRun">Whether the kernel executes it; otherwise it is only read.</param>
internal readonly record struct ProgramFile(string Path, bool IsRun);

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>A file that a program needs in order to run.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsRun">Whether the kernel runs it; else it is read alone.</param>
internal readonly record struct ProgramFile(string Path, bool IsRun);

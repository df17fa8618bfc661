namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>A condition on the low 32 bits of one system call argument.</summary>
/// <param name="Argument">The argument, counted from 0.</param>
/// <param name="Mask">The bits to compare.</param>
/// <param name="Values">The allowed values.</param>
internal sealed record ArgumentTest(int Argument, uint Mask, params IReadOnlyList<uint> Values);

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>A condition on the low half of one argument of a system call.</summary>
/// <param name="Argument">The argument, from 0.</param>
/// <param name="Mask">The bits that count.</param>
/// <param name="Values">The values that it may have.</param>
internal sealed record ArgumentTest(int Argument, uint Mask, params IReadOnlyList<uint> Values);

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>An error of a catalogue.</summary>
/// <param name="Status">The HTTP status; empty for a failed job.</param>
/// <param name="Code">The code. A name in braces stands for what a call puts there.</param>
/// <param name="Message">The message, in the same form.</param>
/// <param name="When">When it is returned.</param>
/// <param name="Remedy">What a caller does about it.</param>
internal sealed record ListedError(string Status, string Code, string Message, string When, string Remedy);

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>An error of a catalogue.</summary>
/// <param name="Status">The HTTP status; empty for a failed job.</param>
/// <param name="Code">The code. A name in braces stands for what a call puts there.</param>
/// <param name="Message">The vendor's message, in the same form.</param>
/// <param name="Reason">What our own sentence beside it says; empty if it has none.</param>
/// <param name="When">When it is returned.</param>
/// <param name="Remedy">What a caller does about it.</param>
internal sealed record ListedError(string Status, string Code, string Message, string Reason, string When, string Remedy);

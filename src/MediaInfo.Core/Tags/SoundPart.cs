namespace MediaInfo.Core.Tags;

/// <summary>A part of an object's sound, in memory.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="From">Where it begins, in seconds from the object's beginning.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Wave">The WAV file.</param>
public sealed record SoundPart(int Number, double From, double To, ReadOnlyMemory<byte> Wave);

namespace MediaInfo.Core.Tags.External;

/// <summary>A part of the sound that the recogniser can fetch.</summary>
/// <param name="From">Where it begins, in seconds from the object's beginning.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Url">The signed address of the part, a WAV file of 16 kHz, one channel and 16 bits.</param>
public sealed record SoundLink(double From, double To, string Url);

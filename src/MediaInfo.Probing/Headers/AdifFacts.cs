namespace MediaInfo.Probing.Headers;

/// <summary>The header of an ADIF file.</summary>
/// <param name="BitRate">Bit rate in bit/s, at most or exactly; null if not stated.</param>
/// <param name="Profile">FFmpeg's name of the profile; null if reserved.</param>
/// <param name="SampleRate">Samples per second; null if reserved.</param>
/// <param name="Channels">Number of channels.</param>
public sealed record AdifFacts(long? BitRate, string? Profile, int? SampleRate, int Channels);

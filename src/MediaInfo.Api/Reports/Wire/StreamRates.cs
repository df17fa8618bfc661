namespace MediaInfo.Api.Reports.Wire;

/// <summary>How the bit rate of a stream changes over time. Source: our own.</summary>
/// <param name="Index">The stream's index in the file, from 0.</param>
/// <param name="Type">ffprobe's codec_type: video, audio, subtitle, data; absent if unknown.</param>
/// <param name="BitRates">
/// The bit rate of each interval in bit/s, from the file's start: the bits of its packets, by decoding time, by its length.
/// Intervals after the stream's last packet are left out.
/// </param>
/// <param name="KeyFrames">
/// The times of key frames in seconds from the file's start, at most 2,000: of more, every second, fourth, ... one. Empty unless
/// the stream is video.
/// </param>
/// <param name="KeyFrameCount">How many key frames the stream has; absent unless it is video.</param>
public sealed record StreamRates(
    int Index, string? Type, IReadOnlyList<long> BitRates, IReadOnlyList<decimal> KeyFrames, long? KeyFrameCount);

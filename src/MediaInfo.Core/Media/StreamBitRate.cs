namespace MediaInfo.Core.Media;

/// <summary>How the bit rate of one stream changes over time.</summary>
/// <param name="Index">The stream's index in the file, from 0.</param>
/// <param name="Type">ffprobe's codec_type, such as "video"; null if unknown.</param>
/// <param name="Bytes">
/// The bytes of all packets of each interval, by decoding time. The first interval begins at the file's start. A packet without
/// a time, or with one that no other agrees with, counts with the one before it, one before the start with the first interval.
/// </param>
/// <param name="KeyFrames">
/// The times of key frames in seconds from the file's start, 3 decimals; empty unless the stream is video. If there are too
/// many, every second one is kept, or every fourth, and so on.
/// </param>
public sealed record StreamBitRate(int Index, string? Type, IReadOnlyList<long> Bytes, IReadOnlyList<decimal> KeyFrames)
{
    /// <summary>How many key frames the stream has, with or without a time.</summary>
    public long KeyFrameCount { get; init; }
}

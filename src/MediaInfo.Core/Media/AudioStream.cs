namespace MediaInfo.Core.Media;

/// <summary>
/// An audio stream. Source: ffprobe's streams;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record AudioStream : MediaStream
{
    /// <summary>Sample format such as "fltp".</summary>
    public string? SampleFormat { get; init; }

    /// <summary>Samples per second, per channel.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Number of channels.</summary>
    public int? Channels { get; init; }

    /// <summary>The channel layout, such as "stereo" or "5.1(side)".</summary>
    public string? ChannelLayout { get; init; }

    /// <summary>Bits per sample; null for codecs without a fixed number.</summary>
    /// <example>16</example>
    public int? BitsPerSample { get; init; }
}

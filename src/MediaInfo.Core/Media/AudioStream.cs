namespace MediaInfo.Core.Media;

/// <summary>An audio stream.</summary>
public sealed record AudioStream : MediaStream
{
    /// <summary>Sample format such as "fltp".</summary>
    public string? SampleFormat { get; init; }

    /// <summary>Samples per second of one channel.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Number of channels.</summary>
    public int? Channels { get; init; }

    /// <summary>The channels' places, such as "stereo" or "5.1(side)".</summary>
    public string? ChannelLayout { get; init; }

    /// <summary>Bits of a sample; null for codecs that have no such number.</summary>
    public int? BitsPerSample { get; init; }
}

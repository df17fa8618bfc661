using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Streams;

/// <summary>The audio stream members that MPS and IMS share. Only the spelling of the sample rate differs.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public record AudioInfo : StreamInfo
{
    /// <summary>Copies the members of every stream.</summary>
    public AudioInfo(StreamInfo stream)
        : base(stream)
    {
    }

    /// <summary>Sample format, such as "fltp".</summary>
    [JsonPropertyOrder(-1)]
    public string? SampleFmt { get; init; }

    /// <summary>Number of channels.</summary>
    [JsonPropertyOrder(-1)]
    public string? Channels { get; init; }

    /// <summary>The channel layout: "stereo", "5.1(side)".</summary>
    [JsonPropertyOrder(-1)]
    public string? ChannelLayout { get; init; }

    /// <summary>Bit rate in kbit/s (of 1,000 bits), 3 decimals, truncated.</summary>
    [JsonPropertyOrder(-1)]
    public string? Bitrate { get; init; }
}

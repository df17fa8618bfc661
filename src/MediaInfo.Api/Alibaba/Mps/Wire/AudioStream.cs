using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>An audio stream. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record AudioStream : AudioInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public AudioStream(AudioInfo stream)
        : base(stream)
    {
    }

    /// <summary>Sample rate in Hz.</summary>
    public string? Samplerate { get; init; }

    /// <summary>Number of frames as the file or its packets count them, never computed.</summary>
    public string? NumFrames { get; init; }

    /// <summary>"true" if the duration is estimated from the bit rate, else "".</summary>
    public string DurationInaccurate { get; init; } = "";
}

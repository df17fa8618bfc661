using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>An audio stream. Source: "GetMediaInfo", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record AudioStreamInfo : AudioInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public AudioStreamInfo(AudioInfo stream)
        : base(stream)
    {
    }

    /// <summary>The codec's profile, such as "LC".</summary>
    public string? Profile { get; init; }

    /// <summary>Sample rate in Hz.</summary>
    public string? SampleRate { get; init; }

    /// <summary>Frames per second: NumFrames by Duration. Absent unless both are known.</summary>
    public string? Fps { get; init; }

    /// <summary>Number of frames as the file or its packets count them, never computed.</summary>
    public string? NumFrames { get; init; }
}

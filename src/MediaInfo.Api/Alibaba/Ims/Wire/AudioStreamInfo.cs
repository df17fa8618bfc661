using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>An audio stream. Source: "SubmitMediaInfoJob", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record AudioStreamInfo : AudioInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public AudioStreamInfo(AudioInfo stream)
        : base(stream)
    {
    }

    /// <summary>Sample rate in Hz. MPS spells it Samplerate.</summary>
    public string? SampleRate { get; init; }
}

using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>An audio stream. Source: "SubmitMediaInfoJob", response elements.</summary>
public sealed record AudioStreamInfo : AudioInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public AudioStreamInfo(AudioInfo stream)
        : base(stream)
    {
    }

    /// <summary>Samples per second per channel. MPS spells it Samplerate.</summary>
    public string? SampleRate { get; init; }
}

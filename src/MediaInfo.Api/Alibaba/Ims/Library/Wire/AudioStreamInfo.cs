using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// An audio stream. Source: "GetMediaInfo", response elements. Fps is always omitted: no file has a frame rate for audio.
/// </summary>
public sealed record AudioStreamInfo : AudioInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public AudioStreamInfo(AudioInfo stream)
        : base(stream)
    {
    }

    /// <summary>The codec's profile, such as "LC".</summary>
    public string? Profile { get; init; }

    /// <summary>Hz.</summary>
    public string? SampleRate { get; init; }

    /// <summary>Counted frames; never computed.</summary>
    public string? NumFrames { get; init; }
}

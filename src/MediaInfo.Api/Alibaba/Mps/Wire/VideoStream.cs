using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A video stream. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record VideoStream : VideoInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public VideoStream(VideoInfo stream)
        : base(stream)
    {
    }

    /// <summary>"tv" or "pc".</summary>
    public string? ColorRange { get; init; }

    /// <summary>The transfer characteristic, such as "bt709".</summary>
    public string? ColorTransfer { get; init; }

    /// <summary>The primaries, such as "bt709".</summary>
    public string? ColorPrimaries { get; init; }

    /// <summary>An empty object unless the packets were read.</summary>
    public NetworkCost NetworkCost { get; init; } = new();

    /// <summary>"true" if the duration is estimated from the bit rate, else "".</summary>
    public string DurationInaccurate { get; init; } = "";

    /// <summary>Always present; its members may be "".</summary>
    public DolbyVision DolbyVision { get; init; } = new();
}

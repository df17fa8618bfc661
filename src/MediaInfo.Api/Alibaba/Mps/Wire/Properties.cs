namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The media's properties. Source: "QueryMediaInfoJobList", response elements. Every scalar is a string.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record Properties
{
    /// <summary>Width in pixels of the first video stream that is not a cover picture.</summary>
    public string? Width { get; init; }

    /// <summary>Height of that stream, in pixels.</summary>
    public string? Height { get; init; }

    /// <summary>Duration of the container in seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>ffprobe's r_frame_rate of that stream, frames/s.</summary>
    public string? Fps { get; init; }

    /// <summary>Bit rate of the container in kbit/s, 3 decimals, truncated.</summary>
    public string? Bitrate { get; init; }

    /// <summary>Same as <see cref="Format.FormatLongName"/>.</summary>
    public string? FileFormat { get; init; }

    /// <summary>The streams by kind.</summary>
    public required Streams Streams { get; init; }

    /// <summary>The container.</summary>
    public required Format Format { get; init; }

    /// <summary>Size of the object in bytes.</summary>
    public string? FileSize { get; init; }

    /// <summary>Lower-case hex; "" unless storage has it or the caller asked for it.</summary>
    public required string FileMd5 { get; init; }

    /// <summary>
    /// Same as <see cref="FileMd5"/>, under the only name that the SDK's model of SubmitMediaInfoJob knows; absent in queries.
    /// </summary>
    public string? MD5 { get; init; }
}

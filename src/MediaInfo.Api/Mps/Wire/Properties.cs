namespace MediaInfo.Api.Mps.Wire;

/// <summary>What the media is. Source: "QueryMediaInfoJobList", response elements. Every scalar is a string.</summary>
public sealed record Properties
{
    /// <summary>Pixels across of the first video stream that is no cover picture.</summary>
    public string? Width { get; init; }

    /// <summary>Pixels down of that stream.</summary>
    public string? Height { get; init; }

    /// <summary>Seconds, 6 decimals, of the container.</summary>
    public string? Duration { get; init; }

    /// <summary>ffprobe's r_frame_rate of that stream, frames/s.</summary>
    public string? Fps { get; init; }

    /// <summary>kbit/s, 3 decimals, cut off, of the container.</summary>
    public string? Bitrate { get; init; }

    /// <summary>As <see cref="Format.FormatLongName"/>.</summary>
    public string? FileFormat { get; init; }

    /// <summary>The streams by kind.</summary>
    public required Streams Streams { get; init; }

    /// <summary>The container.</summary>
    public required Format Format { get; init; }

    /// <summary>Bytes of the object.</summary>
    public string? FileSize { get; init; }

    /// <summary>Lower-case hex; "" unless storage keeps it or it was asked for.</summary>
    public required string FileMd5 { get; init; }

    /// <summary>
    /// As <see cref="FileMd5"/>, for the SDK's model of SubmitMediaInfoJob, which knows this name alone; absent in queries.
    /// </summary>
    public string? MD5 { get; init; }
}

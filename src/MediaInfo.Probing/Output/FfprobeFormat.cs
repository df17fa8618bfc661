using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Output;

/// <summary>ffprobe's "format" section. Members have ffprobe's names; a missing one is null.</summary>
public sealed record FfprobeFormat
{
    /// <summary>nb_streams.</summary>
    public string? NbStreams { get; init; }

    /// <summary>nb_programs.</summary>
    public string? NbPrograms { get; init; }

    /// <summary>format_name.</summary>
    public string? FormatName { get; init; }

    /// <summary>format_long_name.</summary>
    public string? FormatLongName { get; init; }

    /// <summary>start_time, seconds.</summary>
    public string? StartTime { get; init; }

    /// <summary>duration, seconds.</summary>
    public string? Duration { get; init; }

    /// <summary>size, bytes.</summary>
    public string? Size { get; init; }

    /// <summary>bit_rate, bit/s.</summary>
    public string? BitRate { get; init; }

    /// <summary>probe_score, 0 to 100.</summary>
    public string? ProbeScore { get; init; }

    /// <summary>tags.</summary>
    public TextDictionary? Tags { get; init; }
}

using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Output;

/// <summary>One of ffprobe's "chapters". Members have ffprobe's names; a missing one is null.</summary>
public sealed record FfprobeChapter
{
    /// <summary>id.</summary>
    public string? Id { get; init; }

    /// <summary>time_base.</summary>
    public string? TimeBase { get; init; }

    /// <summary>start_time, seconds.</summary>
    public string? StartTime { get; init; }

    /// <summary>end_time, seconds.</summary>
    public string? EndTime { get; init; }

    /// <summary>tags, such as title.</summary>
    public TextDictionary? Tags { get; init; }
}

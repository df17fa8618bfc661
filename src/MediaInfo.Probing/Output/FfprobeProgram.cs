using System.Diagnostics.CodeAnalysis;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Output;

/// <summary>One of ffprobe's "programs". Members have ffprobe's names; a missing one is null.</summary>
public sealed record FfprobeProgram
{
    /// <summary>program_id.</summary>
    public string? ProgramId { get; init; }

    /// <summary>program_num.</summary>
    public string? ProgramNum { get; init; }

    /// <summary>nb_streams.</summary>
    public string? NbStreams { get; init; }

    /// <summary>tags, such as service_name.</summary>
    public TextDictionary? Tags { get; init; }

    /// <summary>The program's streams, which ffprobe prints again here.</summary>
    [AllowNull]
    public IReadOnlyList<FfprobeStream> Streams { get; init => field = value ?? []; } = [];
}

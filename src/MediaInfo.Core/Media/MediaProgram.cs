using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Media;

/// <summary>
/// A program: a group of streams, such as a channel of a transport stream or a variant of an HLS playlist. Source: ffprobe's
/// programs; <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record MediaProgram
{
    /// <summary>The container's id for the program.</summary>
    public int? Id { get; init; }

    /// <summary>The program's number.</summary>
    public int? Number { get; init; }

    /// <summary>The program's tags, such as service_name.</summary>
    [AllowNull]
    public TextDictionary Tags { get; init => field = value ?? TextDictionary.Empty; } = TextDictionary.Empty;

    /// <summary>The indexes of its streams in the file.</summary>
    [AllowNull]
    public IReadOnlyList<int> Streams { get; init => field = value ?? []; } = [];
}

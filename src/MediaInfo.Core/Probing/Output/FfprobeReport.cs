using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MediaInfo.Core.Probing.Output;

/// <summary>
/// What ffprobe printed with "-of json -show_format -show_streams -show_programs -show_chapters": names and texts as they are.
/// </summary>
public sealed record FfprobeReport
{
    /// <summary>The container; null when ffprobe could not open the file.</summary>
    public FfprobeFormat? Format { get; init; }

    /// <summary>The streams in file order.</summary>
    [AllowNull]
    public IReadOnlyList<FfprobeStream> Streams { get; init => field = value ?? []; } = [];

    /// <summary>The programs.</summary>
    [AllowNull]
    public IReadOnlyList<FfprobeProgram> Programs { get; init => field = value ?? []; } = [];

    /// <summary>The chapters.</summary>
    [AllowNull]
    public IReadOnlyList<FfprobeChapter> Chapters { get; init => field = value ?? []; } = [];

    /// <summary>Reads ffprobe's standard output. Invalid UTF-8 is replaced, not refused.</summary>
    /// <returns>Null when the bytes are no JSON of that form, such as output that was cut off.</returns>
    public static FfprobeReport? Parse(ReadOnlySpan<byte> json)
    {
        var valid = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        try
        {
            return JsonSerializer.Deserialize(valid, FfprobeJson.Default.FfprobeReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

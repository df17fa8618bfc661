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
    // Streams, programs, chapters and what is in them. A thousand streams have five thousand; a file may have fifty thousand chapters.
    private const int MaxObjects = 150_000;

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
    /// <returns>Null when the bytes are no JSON of that form, such as output that was cut off, or hold far more than any file has.</returns>
    public static FfprobeReport? Parse(ReadOnlySpan<byte> json)
    {
        var valid = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        try
        {
            return HasTooMuch(valid) ? null : JsonSerializer.Deserialize(valid, FfprobeJson.Default.FfprobeReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An object of no member is two bytes as text, and hundreds in memory.
    private static bool HasTooMuch(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var objects = 0;
        while (objects <= MaxObjects && reader.Read())
        {
            objects += reader.TokenType == JsonTokenType.StartObject ? 1 : 0;
        }

        return objects > MaxObjects;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MediaInfo.Probing.Output;

/// <summary>
/// ffprobe's output for "-of json -show_format -show_streams -show_programs -show_chapters", with its names and texts unchanged.
/// </summary>
public sealed record FfprobeReport
{
    // Streams, programs, chapters and their members. A thousand streams need 5,000; a file may have 50,000 chapters.
    private const int MaxObjects = 150_000;

    /// <summary>The container; null if ffprobe could not open the file.</summary>
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
    /// <returns>
    /// Null if the bytes are not JSON of that form, such as truncated output, or hold far more objects than any file has.
    /// </returns>
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

    // An empty object is two bytes of JSON but hundreds in memory.
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

using System.Text.Json;

namespace MediaInfo.Core.Tags;

/// <summary>The options of a tag job that recognisers here know. Unknown ones and wrong values are ignored.</summary>
public sealed record TagParameters
{
    // Of times, in seconds.
    private const double Shortest = 0.1;
    private const double Longest = 3_600;

    /// <summary>The time between two frames whose text is read: <c>ocrInterval</c>, seconds; null if not given.</summary>
    public TimeSpan? TextInterval { get; private init; }

    /// <summary>The languages of text in frames: <c>ocrLanguages</c>; null if not given.</summary>
    public string? TextLanguages { get; private init; }

    /// <summary>The language of speech: <c>nlpParams.sourceLanguage</c>; null if not given.</summary>
    public string? SpeechLanguage { get; private init; }

    /// <summary>The length from which a chapter is made: <c>chapterLength</c>, seconds; null if not given.</summary>
    public TimeSpan? ChapterLength { get; private init; }

    /// <summary>Reads the options of a job.</summary>
    /// <param name="json">A JSON object; null, or anything else, has none.</param>
    public static TagParameters Read(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "{}", new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? Read(root) : new TagParameters();
        }
        catch (JsonException)
        {
            return new TagParameters();
        }
    }

    private static TagParameters Read(JsonElement root)
    {
        var languages = Text(root, "ocrLanguages");
        var speech = root.TryGetProperty("nlpParams", out var nlp) && nlp.ValueKind == JsonValueKind.Object
            && Text(nlp, "sourceLanguage") is { } source
                ? TagLanguages.OfVendor(source)
                : null;
        return new TagParameters
        {
            TextInterval = Time(root, "ocrInterval"),
            TextLanguages = TagLanguages.AreForText(languages) ? languages : null,
            SpeechLanguage = TagLanguages.IsForSpeech(speech) ? speech : null,
            ChapterLength = Time(root, "chapterLength") is { TotalSeconds: >= 1 } length ? length : null,
        };
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan? Time(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds)
        && seconds >= Shortest
        && seconds <= Longest
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

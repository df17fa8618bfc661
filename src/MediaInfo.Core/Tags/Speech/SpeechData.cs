using System.Text.Json;

namespace MediaInfo.Core.Tags.Speech;

/// <summary>The speech of an object as a result of type "ASR".</summary>
/// <param name="Details">The sentences, in order of time.</param>
/// <remarks>
/// Source of the type: Results of "GetMediaInfo" of Intelligent Media Services. Times and scores are written as in the vendor's
/// VideoLabel ("QuerySmarttagJob"); the rest is our own.
/// </remarks>
public sealed record SpeechData(IReadOnlyList<Sentence> Details)
{
    /// <summary>The type of the result.</summary>
    public const string Type = "ASR";

    /// <summary>The language that is spoken longest, such as "en"; null if there is no speech.</summary>
    public string? Language { get; init; }

    /// <summary>The result.</summary>
    public static TagResult ResultOf(IReadOnlyList<Sentence> sentences) => new(Type, JsonSerializer.SerializeToElement(
        new SpeechData(sentences) { Language = LanguageOf(sentences) }, SpeechJson.Default.SpeechData));

    private static string? LanguageOf(IReadOnlyList<Sentence> sentences) => sentences
        .Where(sentence => sentence.Language is not null)
        .GroupBy(sentence => sentence.Language!, StringComparer.Ordinal)
        .MaxBy(language => language.Sum(sentence => sentence.To - sentence.From))
        ?.Key;
}

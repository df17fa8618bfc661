using System.Text.Json.Serialization;

namespace MediaInfo.Core.Tags.Speech;

/// <summary>How speech is written in results, and a sentence by the program that recognises it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SpeechData))]
[JsonSerializable(typeof(Sentence))]
public sealed partial class SpeechJson : JsonSerializerContext;

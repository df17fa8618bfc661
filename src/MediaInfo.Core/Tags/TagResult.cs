using System.Text.Json;

namespace MediaInfo.Core.Tags;

/// <summary>One kind of finding. Source: Results of "QuerySmarttagJob" of Intelligent Media Services.</summary>
/// <param name="Type">The kind, such as "NLP", "OCR", "ASR" or "VideoLabel".</param>
/// <param name="Data">The findings.</param>
public sealed record TagResult(string Type, JsonElement Data);

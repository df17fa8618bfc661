namespace MediaInfo.Core.Tags.Speech;

/// <summary>A sentence, or a part of one, that was spoken.</summary>
/// <param name="From">Where it begins, in seconds from the object's beginning.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Value">The text.</param>
/// <param name="Language">Its language, such as "en"; null if unknown.</param>
/// <param name="Score">How sure the recogniser is, 0 to 1.</param>
public sealed record Sentence(double From, double To, string Value, string? Language, double Score);

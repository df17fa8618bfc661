namespace MediaInfo.Probing.Headers;

/// <summary>Who wrote a Matroska file.</summary>
/// <param name="App">WritingApp; null if absent.</param>
/// <param name="At">DateUTC; null if absent.</param>
public sealed record MatroskaWriter(string? App, DateTimeOffset? At);

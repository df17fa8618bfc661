namespace MediaInfo.Probing.Headers;

/// <summary>What the head of a Matroska file says.</summary>
/// <param name="Writer">Who wrote the file.</param>
/// <param name="Encryption">How its tracks are encrypted; null if none is.</param>
internal sealed record MatroskaHead(MatroskaWriter Writer, EncryptionFacts? Encryption);

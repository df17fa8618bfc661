namespace MediaInfo.Core.Media;

/// <summary>
/// A value of a description that is not ffprobe's own, beside ffprobe's own and the rule that set it. Source: our own;
/// docs/rules.md has the rules.
/// </summary>
/// <param name="Member">The member's path in the description's JSON, such as "videoStreams[0].frameRate".</param>
/// <param name="Ffprobe">The value from ffprobe's report; null if it has none.</param>
/// <param name="Value">The value in the description; null if it was left out.</param>
/// <param name="Rule">The rule's name, which is that of its class.</param>
public sealed record Correction(string Member, string? Ffprobe, string? Value, string Rule);

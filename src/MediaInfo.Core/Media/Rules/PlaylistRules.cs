namespace MediaInfo.Core.Media.Rules;

/// <summary>What is learned from the text of an HLS playlist or DASH manifest.</summary>
public static class PlaylistRules
{
    /// <summary>The rules in the order in which they apply.</summary>
    public static RuleBook<PlaylistFacts> All { get; } = new(
        new EncryptedSegments(),
        new ManifestDuration(),
        new ListedDuration(),
        new ListedStreamDuration(),
        new GrowingPresentation());
}

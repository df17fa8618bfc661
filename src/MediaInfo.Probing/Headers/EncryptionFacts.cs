namespace MediaInfo.Probing.Headers;

/// <summary>What a container's headers say about encryption, other than those of MP4.</summary>
/// <param name="Whole">The scheme, or "encrypted".</param>
/// <param name="Streams">The scheme of each encrypted stream, by ffprobe's index; empty if the headers name none.</param>
public sealed record EncryptionFacts(string Whole, IReadOnlyDictionary<int, string> Streams)
{
    /// <summary>Where the scheme is not named.</summary>
    public const string Unnamed = "encrypted";

    /// <summary>What is known of the streams; null if none is encrypted.</summary>
    internal static EncryptionFacts? Of(IReadOnlyDictionary<int, string> streams) =>
        streams.Count == 0 ? null : new EncryptionFacts(streams.Values.First(), streams);
}

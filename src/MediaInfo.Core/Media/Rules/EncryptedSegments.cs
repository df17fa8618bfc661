namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// A presentation whose playlist names a key (RFC 8216, 4.3.2.4) or a protection (ISO/IEC 23009-1, 5.8.4.1) is encrypted.
/// ffprobe decrypts what it has a key for and prints nothing of it, so its report of an AES-128 presentation looks like any
/// other.
/// </summary>
internal sealed class EncryptedSegments : IMediaRule<PlaylistFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PlaylistFacts facts) => facts.Encryption is { } scheme
        ? media with { Container = media.Container with { Encryption = scheme } }
        : media;
}

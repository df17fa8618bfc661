using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Refusals;

/// <summary>
/// An object that ffprobe refuses because it is encrypted: as a whole, by a program that puts its name in front, or an MP4 whose
/// boxes say so.
/// </summary>
internal static class EncryptedObject
{
    private static readonly (byte[] Begin, string Name)[] Programs =
    [
        ([.. "Salted__"u8], "openssl enc"),
        ([.. "age-encryption.org/"u8], "age"),
        ([.. "-----BEGIN AGE ENCRYPTED FILE-----"u8], "age"),
        ([.. "-----BEGIN PGP MESSAGE-----"u8], "OpenPGP"),
        ([.. "CTENFDAM"u8], "NetEase NCM"),
        ([.. "AESCRYPT"u8], "AES Crypt"),
        ([.. "AES\u0002"u8], "AES Crypt"),
    ];

    // OMA DRM content format (OMA-TS-DRM-DCF, 5): the media is inside a box of its own.
    private static readonly byte[] Dcf = [.. "ftypodcf"u8];

    /// <summary>How it is encrypted, as a sentence; null if nothing says so.</summary>
    internal static async Task<string?> InWordsAsync(HeaderWindow file, byte[] head, CancellationToken cancellationToken)
    {
        if (Array.Find(Programs, program => head.AsSpan().StartsWith(program.Begin)) is { Name: { } name })
        {
            return $"The object is encrypted as a whole ({name})";
        }

        if (head.Length > 4 && head.AsSpan(4).StartsWith(Dcf))
        {
            return "The object is encrypted as a whole (OMA DRM)";
        }

        var tracks = (await new IsoReader(file).ReadAsync(cancellationToken))?.Tracks ?? [];
        return tracks.Index().FirstOrDefault(track => track.Item.IsEncrypted) is { Item: { } locked, Index: var index }
            ? $"Stream {index} is encrypted ({locked.Scheme ?? EncryptionFacts.Unnamed}), and ffprobe cannot read the object"
            : null;
    }
}

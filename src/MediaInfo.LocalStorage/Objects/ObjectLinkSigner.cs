using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Objects;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Signs the right to read one object until a time, and verifies it.</summary>
/// <remarks>
/// The signature is HMAC-SHA256, in Base64url, over the lines "mediainfo-object-1", bucket, expiry and key. The key comes last,
/// because it alone may contain line ends. The method is not signed: GET and HEAD give the same right.
/// </remarks>
public sealed class ObjectLinkSigner(LinkKeys keys)
{
    private const string Purpose = "mediainfo-object-1";

    /// <summary>The signature of an object's URL.</summary>
    /// <param name="source">The object.</param>
    /// <param name="expires">When the URL stops working; whole seconds count.</param>
    /// <exception cref="IOException">The key file can be neither read nor written.</exception>
    public string Sign(ObjectRef source, DateTimeOffset expires) =>
        Base64Url.EncodeToString(Mac(keys.All[0], source, expires.ToUnixTimeSeconds()));

    /// <summary>
    /// Whether the signature is one of this service's for the object, and has not expired. Takes the same time for every
    /// signature.
    /// </summary>
    /// <param name="source">The object.</param>
    /// <param name="expiresUnixSeconds">When the URL stops working, in seconds since 1970, UTC.</param>
    /// <param name="signature">The signature as sent.</param>
    /// <param name="now">The current time.</param>
    public bool Verify(ObjectRef source, long expiresUnixSeconds, string signature, DateTimeOffset now)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != Base64Url.GetEncodedLength(HMACSHA256.HashSizeInBytes)
            || !Base64Url.TryDecodeFromChars(signature, sent, out var length)
            || length != HMACSHA256.HashSizeInBytes)
        {
            return false;
        }

        var isSigned = false;
        foreach (var key in keys.All)
        {
            isSigned |= CryptographicOperations.FixedTimeEquals(Mac(key, source, expiresUnixSeconds), sent);
        }

        return isSigned && now.ToUnixTimeSeconds() < expiresUnixSeconds;
    }

    private static byte[] Mac(byte[] key, ObjectRef source, long expires) => HMACSHA256.HashData(
        key,
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{Purpose}\n{source.Bucket}\n{expires}\n{source.Key}")));
}

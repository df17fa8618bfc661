using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Signs the right to read or to write one object until a time, and verifies it.</summary>
/// <remarks>
/// The signature is HMAC-SHA256, in Base64url, over the lines "mediainfo-object-1", bucket, expiry and key; of an upload over
/// "mediainfo-upload-1", bucket, expiry, size, "new" or "any", and key. The key comes last, because it alone may contain line
/// ends. The method is not signed: the first line tells reading, by GET and HEAD, from writing.
/// </remarks>
public sealed class ObjectLinkSigner(LinkKeys keys)
{
    private const string Reading = "mediainfo-object-1";
    private const string Writing = "mediainfo-upload-1";

    /// <summary>The signature of an object's URL.</summary>
    /// <param name="source">The object.</param>
    /// <param name="expires">When the URL stops working; whole seconds count.</param>
    /// <exception cref="IOException">The key file can be neither read nor written.</exception>
    public string Sign(ObjectRef source, DateTimeOffset expires) =>
        Sign(TextOf(source, expires.ToUnixTimeSeconds()));

    /// <summary>The signature of an upload's URL.</summary>
    /// <param name="upload">What it grants.</param>
    /// <param name="expires">When the URL stops working; whole seconds count.</param>
    /// <exception cref="IOException">The key file can be neither read nor written.</exception>
    public string Sign(ObjectUpload upload, DateTimeOffset expires) => Sign(TextOf(upload, expires.ToUnixTimeSeconds()));

    /// <summary>
    /// Whether the signature is one of this service's for the object, and has not expired. Takes the same time for every
    /// signature.
    /// </summary>
    /// <param name="source">The object.</param>
    /// <param name="expiresUnixSeconds">When the URL stops working, in seconds since 1970, UTC.</param>
    /// <param name="signature">The signature as sent.</param>
    /// <param name="now">The current time.</param>
    public bool Verify(ObjectRef source, long expiresUnixSeconds, string signature, DateTimeOffset now) =>
        now.ToUnixTimeSeconds() < expiresUnixSeconds && IsSigned(TextOf(source, expiresUnixSeconds), signature);

    /// <summary>The same for an upload.</summary>
    /// <param name="upload">What it grants.</param>
    /// <param name="expiresUnixSeconds">When the URL stops working, in seconds since 1970, UTC.</param>
    /// <param name="signature">The signature as sent.</param>
    /// <param name="now">The current time.</param>
    public bool Verify(ObjectUpload upload, long expiresUnixSeconds, string signature, DateTimeOffset now) =>
        now.ToUnixTimeSeconds() < expiresUnixSeconds && IsSigned(TextOf(upload, expiresUnixSeconds), signature);

    private static string TextOf(ObjectRef source, long expires) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reading}\n{source.Bucket}\n{expires}\n{source.Key}");

    private static string TextOf(ObjectUpload upload, long expires) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Writing}\n{upload.Target.Bucket}\n{expires}\n{upload.Size}\n{(upload.Overwrite ? "any" : "new")}\n{upload.Target.Key}");

    private string Sign(string text) => Base64Url.EncodeToString(Mac(keys.All[0], text));

    private bool IsSigned(string text, string signature)
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
            isSigned |= CryptographicOperations.FixedTimeEquals(Mac(key, text), sent);
        }

        return isSigned;
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

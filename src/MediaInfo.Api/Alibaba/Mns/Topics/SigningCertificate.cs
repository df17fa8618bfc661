using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>The certificate of posts to subscribers, with its private key.</summary>
public sealed class SigningCertificate : IDisposable
{
    private const string PemBegin = "-----BEGIN";
    private const int KeyBits = 2048;
    private const int Years = 10;

    private SigningCertificate(X509Certificate2 certificate, RSA key)
    {
        Key = key;
        Pem = certificate.ExportCertificatePem() + "\n";
        Version = certificate.Thumbprint[..8].ToLowerInvariant();
    }

    /// <summary>The key that signs.</summary>
    public RSA Key { get; }

    /// <summary>The certificate without its key, in PEM form.</summary>
    public string Pem { get; }

    /// <summary>Differs for every certificate, so that receivers that remember one by its address see a new one.</summary>
    public string Version { get; }

    /// <summary>Reads a certificate with its key: PEM, or base64 of a PFX file without a password.</summary>
    /// <exception cref="CryptographicException">It is neither, or has no RSA key.</exception>
    public static SigningCertificate Read(string text)
    {
        using var certificate = text.Contains(PemBegin, StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPem(text, text)
            : X509CertificateLoader.LoadPkcs12(Bytes(text), password: null);
        return new SigningCertificate(
            certificate, certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no RSA key"));
    }

    /// <summary>Makes a certificate with a key of its own, signed by itself, as PEM that <see cref="Read"/> reads.</summary>
    /// <param name="now">The current time.</param>
    public static string Make(DateTimeOffset now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(
            "CN=MediaInfo topics", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <inheritdoc />
    public void Dispose() => Key.Dispose();

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw new CryptographicException("The text is neither PEM nor base64");
    }
}

using System.Security.Cryptography;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>How posts to the subscribers of topics are signed. Section "Topics:Signing".</summary>
public sealed record SigningOptions : ISettings
{
    /// <summary>
    /// The certificate with its RSA key: as PEM, or as base64 of a PFX file without a password, which is what a Key Vault
    /// reference to a certificate gives. Without it, the service makes one for ten years and keeps it in its storage.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>
    /// The address of the certificate that posts name. Without it, <c>/x509_public_certificate.pem</c> at the address where the
    /// subscription was made.
    /// </summary>
    public Uri? CertificateUrl { get; init; }

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (KeyVaultReference.ProblemOf(nameof(Certificate), Certificate) is { } unresolved)
        {
            yield return unresolved;
        }
        else if (Certificate is not null && !IsUsable(Certificate))
        {
            yield return "Certificate must be a certificate with its RSA key, as PEM or as base64 of a PFX file";
        }

        if (CertificateUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "https" or "http"))
        {
            yield return "CertificateUrl must be an https or http URL";
        }
    }

    /// <summary>Without the key, which is secret.</summary>
    public override string ToString() => $"{CertificateUrl}";

    private static bool IsUsable(string text)
    {
        try
        {
            using var read = SigningCertificate.Read(text);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MediaInfo.Standalone.Tests.Tls;

/// <summary>A private authority that signs certificates for the loopback address.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddHours(-1);

    private readonly X509Certificate2 _intermediate;
    private int _signed;

    public TestAuthority()
    {
        Root = Authority("CN=Root of tests", signer: null);
        _intermediate = Authority("CN=Intermediate of tests", Root);
    }

    /// <summary>What a caller trusts.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>A new certificate that an authority below the root signs: its chain, its key, and both in one file.</summary>
    public (string Chain, string Key, string Thumbprint, byte[] Pfx) Sign(string? password = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_intermediate, From, From.AddDays(1), [1, (byte)++_signed]);
        using var withKey = certificate.CopyWithPrivateKey(key);
        var pem = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(
                password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1000));
        var chain = new X509Certificate2Collection { withKey, X509CertificateLoader.LoadCertificate(_intermediate.RawData) };
        return (
            $"{certificate.ExportCertificatePem()}\n{_intermediate.ExportCertificatePem()}\n",
            pem,
            certificate.Thumbprint,
            chain.Export(X509ContentType.Pfx, password)!);
    }

    public void Dispose()
    {
        Root.Dispose();
        _intermediate.Dispose();
    }

    private static X509Certificate2 Authority(string name, X509Certificate2? signer)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return signer is null
            ? request.CreateSelfSigned(From, From.AddDays(2))
            : request.Create(signer, From, From.AddDays(1.5), [1]).CopyWithPrivateKey(key);
    }
}

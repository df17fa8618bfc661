using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MediaInfo.Standalone.Tls;

/// <summary>Reads a certificate, its key and its chain from files.</summary>
internal static class CertificateReader
{
    private static readonly byte[] PemMark = [.. "-----BEGIN "u8];

    /// <summary>What is wrong with the settings or their files, starting with the setting's name; null if nothing is.</summary>
    public static string? ProblemOf(CertificateOptions options)
    {
        if (options.Path is null)
        {
            return options.KeyPath is null && options.Password is null ? null : "Path: needed beside KeyPath or Password";
        }

        try
        {
            Read(options, Contents(options));
            return null;
        }
        catch (Exception e) when (IsOfFile(e))
        {
            return $"Path: cannot be used: {e.Message}";
        }
    }

    /// <summary>The bytes of the files, by which a change is recognized.</summary>
    /// <exception cref="Exception">They cannot be read; see <see cref="IsOfFile"/>.</exception>
    public static (byte[] Certificate, byte[]? Key) Contents(CertificateOptions options) =>
        (File.ReadAllBytes(options.Path!), options.KeyPath is { } key ? File.ReadAllBytes(key) : null);

    /// <summary>The certificate that the bytes hold.</summary>
    /// <exception cref="Exception">They hold none; see <see cref="IsOfFile"/>.</exception>
    public static SslStreamCertificateContext Read(CertificateOptions options, (byte[] Certificate, byte[]? Key) contents)
    {
        var all = contents.Certificate.AsSpan().IndexOf(PemMark) >= 0
            ? ReadPem(contents.Certificate, contents.Key ?? contents.Certificate, options.Password)
            : X509CertificateLoader.LoadPkcs12Collection(contents.Certificate, options.Password);
        var leaf = all.FirstOrDefault(candidate => candidate.HasPrivateKey)
            ?? throw new CryptographicException("it has no private key");
        return SslStreamCertificateContext.Create(
            leaf, [.. all.Where(other => !ReferenceEquals(other, leaf))], offline: true);
    }

    /// <summary>Whether an exception is about the files: missing, unreadable, or of another form.</summary>
    public static bool IsOfFile(Exception e) =>
        e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException;

    private static X509Certificate2Collection ReadPem(byte[] certificate, byte[] key, string? password)
    {
        var (text, keyText) = (Encoding.UTF8.GetString(certificate), Encoding.UTF8.GetString(key));
        var leaf = password is null
            ? X509Certificate2.CreateFromPem(text, keyText)
            : X509Certificate2.CreateFromEncryptedPem(text, keyText, password);
        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);

        // The first one is the server's own; the others lead to an authority.
        all[0] = leaf;
        return all;
    }
}

using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone.Tls;

/// <summary>
/// The certificate of https addresses. It is read again when its files change, whichever way they are replaced.
/// </summary>
/// <param name="options">The files.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Receives changes and failures.</param>
public sealed class ServerCertificate(CertificateOptions options, TimeProvider time, ILogger<ServerCertificate> log)
{
    /// <summary>
    /// How often the files are read. Contents are compared, because a mounted secret is replaced by a link that no watcher of
    /// the file sees.
    /// </summary>
    public static readonly TimeSpan LookPause = TimeSpan.FromSeconds(10);

    private SslStreamCertificateContext? _current;
    private byte[] _seen = [];
    private bool _isOutOfDate;

    /// <summary>Whether a certificate is set.</summary>
    public bool IsSet => options.Path is not null;

    /// <summary>The newest certificate that could be read.</summary>
    /// <exception cref="InvalidOperationException">None was ever read.</exception>
    public SslStreamCertificateContext Current =>
        Volatile.Read(ref _current) ?? throw new InvalidOperationException("No certificate was read");

    /// <summary>Reads the files if they have changed. A file that cannot be used leaves the certificate as it is.</summary>
    public Task LookAsync(CancellationToken cancellationToken)
    {
        if (!IsSet)
        {
            return Task.CompletedTask;
        }

        byte[] seen = [];
        try
        {
            var contents = CertificateReader.Contents(options);
            seen = [.. SHA256.HashData(contents.Certificate), .. SHA256.HashData(contents.Key ?? [])];
            if (!seen.AsSpan().SequenceEqual(_seen))
            {
                var read = CertificateReader.Read(options, contents);
                var isFirst = Interlocked.Exchange(ref _current, read) is null;
                Tell(read, isFirst);
            }
        }
        catch (Exception e) when (CertificateReader.IsOfFile(e))
        {
            // Told once for each state of the files, not at every look.
            if (!seen.AsSpan().SequenceEqual(_seen))
            {
                log.CertificateKept(options.Path!, e.Message);
            }
        }

        _seen = seen;
        LookAtDates();
        return Task.CompletedTask;
    }

    /// <summary>Lets the server's https addresses use it.</summary>
    /// <param name="kestrel">The server.</param>
    /// <param name="handshake">Time limit of a TLS handshake.</param>
    internal void Apply(KestrelServerOptions kestrel, TimeSpan handshake) => kestrel.ConfigureHttpsDefaults(https =>
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.HandshakeTimeout = handshake;
        if (!IsSet)
        {
            return;
        }

        https.ServerCertificateSelector = (_, _) => Current.TargetCertificate;

        // Unlike the selector, this also sends the chain that the file holds.
        https.OnAuthenticate = (_, tls) =>
        {
            tls.ServerCertificateSelectionCallback = null;
            tls.ServerCertificateContext = Current;
        };
    });

    // The server would go on serving it, and only callers would notice. Told once each time that it goes out of date.
    private void LookAtDates()
    {
        if (Volatile.Read(ref _current)?.TargetCertificate is not { } certificate)
        {
            return;
        }

        var (begin, end) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        var now = time.GetUtcNow().UtcDateTime;
        var isOutOfDate = now < begin || now > end;
        if (isOutOfDate && !_isOutOfDate)
        {
            log.CertificateOutOfDate(options.Path!, $"{begin:yyyy-MM-dd}", $"{end:yyyy-MM-dd}");
        }

        _isOutOfDate = isOutOfDate;
    }

    private void Tell(SslStreamCertificateContext read, bool isFirst)
    {
        if (!isFirst)
        {
            log.CertificateReloaded(options.Path!, $"{read.TargetCertificate.NotAfter.ToUniversalTime():yyyy-MM-dd}");
        }
    }
}

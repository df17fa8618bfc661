using System.Security.Cryptography;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>The certificate that the settings name, or the one that the service made and keeps.</summary>
public sealed class SigningKey(SigningOptions options, ISigningKeyStore store, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private SigningCertificate? _certificate;

    /// <summary>The certificate.</summary>
    /// <exception cref="IOException">It cannot be read now, or what is stored is none.</exception>
    public async Task<SigningCertificate> GetAsync(CancellationToken cancellationToken)
    {
        if (_certificate is { } known)
        {
            return known;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _certificate ??= Read(options.Certificate ?? await OwnAsync(cancellationToken));
        }
        finally
        {
            _once.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _once.Dispose();
        _certificate?.Dispose();
    }

    // Of several processes that start at the same time, the first one's is kept.
    private async Task<string> OwnAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(cancellationToken) is { } kept)
        {
            return kept;
        }

        var made = SigningCertificate.Make(time.GetUtcNow());
        return await store.AddAsync(made, cancellationToken)
            ? made
            : await store.FindAsync(cancellationToken) ?? throw new IOException("The signing key was removed just now");
    }

    private static SigningCertificate Read(string pem)
    {
        try
        {
            return SigningCertificate.Read(pem);
        }
        catch (CryptographicException e)
        {
            throw new IOException("The stored signing key cannot be read; remove it, and a new one is made", e);
        }
    }
}

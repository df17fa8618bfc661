using System.Text;
using MediaInfo.Core.Topics;
using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.LocalStorage.Topics;

/// <summary>Keeps the signing key in a file of the data folder that only its owner may read.</summary>
public sealed class LocalSigningKey(LocalStorageOptions options) : ISigningKeyStore
{
    private string FilePath => Path.Combine(options.Root, StorageNames.SigningKeyFile);

    /// <inheritdoc />
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return File.Exists(FilePath) ? await File.ReadAllTextAsync(FilePath, cancellationToken) : null;
    }

    /// <inheritdoc />
    public Task<bool> AddAsync(string pem, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (File.Exists(FilePath))
        {
            return Task.FromResult(false);
        }

        SecretFile.Make(FilePath, Encoding.ASCII.GetBytes(pem));
        return Task.FromResult(true);
    }
}

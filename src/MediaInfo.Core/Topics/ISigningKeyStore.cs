namespace MediaInfo.Core.Topics;

/// <summary>Keeps the key that signs posts to subscribers, if the service made it itself.</summary>
public interface ISigningKeyStore
{
    /// <summary>The certificate with its private key, in PEM form; null if none was made yet.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<string?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Stores a new one.</summary>
    /// <returns>False if there is one already, which stays.</returns>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<bool> AddAsync(string pem, CancellationToken cancellationToken);
}

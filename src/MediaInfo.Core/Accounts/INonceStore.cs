namespace MediaInfo.Core.Accounts;

/// <summary>Remembers used nonces across processes.</summary>
public interface INonceStore
{
    /// <summary>Whether this is the nonce's first use by the key; the use is remembered.</summary>
    /// <param name="accessKeyId">The key.</param>
    /// <param name="nonce">Any text of the caller's choice.</param>
    /// <param name="signedAt">The time in the signed request, UTC: a replay has the same.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<bool> TryUseAsync(string accessKeyId, string nonce, DateTimeOffset signedAt, CancellationToken cancellationToken);
}

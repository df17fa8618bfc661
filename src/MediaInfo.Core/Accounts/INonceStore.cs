namespace MediaInfo.Core.Accounts;

/// <summary>Remembers used nonces across processes.</summary>
public interface INonceStore
{
    /// <summary>Records a nonce. Returns whether this is its first use with the key.</summary>
    /// <param name="accessKeyId">The key.</param>
    /// <param name="nonce">A text chosen by the caller.</param>
    /// <param name="signedAt">The timestamp of the signed request, in UTC; a replay carries the same timestamp.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<bool> TryUseAsync(string accessKeyId, string nonce, DateTimeOffset signedAt, CancellationToken cancellationToken);
}

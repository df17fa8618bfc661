using MediaInfo.Core.Accounts;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Accounts;

/// <summary>Remembers used nonces by the hour in which their call was signed, so that old ones are easy to remove.</summary>
public sealed class LocalNonceStore(LocalDatabase database) : INonceStore
{
    /// <inheritdoc />
    /// <remarks>
    /// Does not wait for the disk: every call that changes something writes durably after this, and so makes the nonce durable.
    /// </remarks>
    public Task<bool> TryUseAsync(
        string accessKeyId, string nonce, DateTimeOffset signedAt, CancellationToken cancellationToken)
    {
        var (hour, digest) = (StorageNames.HourOf(signedAt), StorageNames.DigestOf($"{accessKeyId}\n{nonce}"));
        return database.WriteSoonAsync(
            session =>
            {
                using var add = session.Use("INSERT INTO nonces (hour, digest) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
                return add.Bind(1, hour).Bind(2, digest).Run() > 0;
            },
            cancellationToken);
    }
}

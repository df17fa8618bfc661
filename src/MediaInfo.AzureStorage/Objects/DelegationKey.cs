using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>The key by which an identity signs addresses. Asked for once in a while and not for each address.</summary>
internal sealed class DelegationKey(BlobServiceClient blobs, TimeProvider time)
{
    // Storage gives such keys for seven days at most; addresses live for one.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private volatile UserDelegationKey? _key;

    /// <summary>A key that outlives the address.</summary>
    public async Task<UserDelegationKey> GetAsync(TimeSpan addressLifetime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_key is { } known && known.SignedExpiresOn >= now + addressLifetime)
        {
            return known;
        }

        // Two at once ask twice, to no harm.
        var answer = await blobs.GetUserDelegationKeyAsync(startsOn: null, now + Lifetime, cancellationToken).OrIOException(cancellationToken);
        return _key = answer.Value;
    }
}

using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>The user delegation key that signs URLs. Cached, not requested for every URL.</summary>
internal sealed class DelegationKey(BlobServiceClient blobs, TimeProvider time)
{
    // Storage issues such keys for at most seven days; URLs live for a day and a half.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private volatile UserDelegationKey? _key;

    /// <summary>A key that outlives the URL.</summary>
    public async Task<UserDelegationKey> GetAsync(TimeSpan addressLifetime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_key is { } known && known.SignedExpiresOn >= now + addressLifetime)
        {
            return known;
        }

        // Concurrent callers may both request a key, which does no harm.
        var answer = await blobs.GetUserDelegationKeyAsync(startsOn: null, now + Lifetime, cancellationToken)
            .OrIOException(cancellationToken);
        return _key = answer.Value;
    }
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Creates SAS URLs for reading a single blob, signed with the account key or a user delegation key.</summary>
/// <param name="blobs">The storage account.</param>
/// <param name="usesIdentity">Whether the client authenticates by identity. Without an identity or a key, it cannot sign.</param>
/// <param name="time">The clock.</param>
public sealed class BlobObjectLinks(BlobServiceClient blobs, bool usesIdentity, TimeProvider time) : IObjectLinks
{
    private readonly DelegationKey _delegation = new(blobs, time);

    /// <inheritdoc />
    public async Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (!StorageNames.IsLegal(source.Bucket)
            || blobs.GetBlobContainerClient(source.Bucket).Locate(source.Key) is not { } blob)
        {
            return null;
        }

        var sas = new BlobSasBuilder(BlobSasPermissions.Read, time.GetUtcNow() + lifetime)
        {
            BlobContainerName = source.Bucket,
            BlobName = source.Key,
            Resource = "b",
            Protocol = string.Equals(blob.Uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
                ? SasProtocol.Https
                : SasProtocol.HttpsAndHttp,
        };
        return blob.CanGenerateSasUri ? blob.GenerateSasUri(sas)
            : usesIdentity ? await SignByIdentityAsync(blob, sas, lifetime, cancellationToken)
            : null;
    }

    private async Task<Uri?> SignByIdentityAsync(
        BlobClient blob, BlobSasBuilder sas, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        try
        {
            var key = await _delegation.GetAsync(lifetime, cancellationToken);
            return new BlobUriBuilder(blob.Uri, trimBlobNameSlashes: false)
            {
                Sas = sas.ToSasQueryParameters(key, blob.AccountName),
            }.ToUri();
        }
        catch (RequestFailedException refusal) when (refusal.Status == 403)
        {
            // The identity lacks the role "Storage Blob Delegator". The response can still include everything but the URL.
            return null;
        }
    }
}

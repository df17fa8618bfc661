using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>
/// Creates SAS URLs for reading or writing a single blob, signed with the account key or a user delegation key.
/// </summary>
/// <param name="blobs">The storage account.</param>
/// <param name="usesIdentity">Whether the client authenticates by identity. Without an identity or a key, it cannot sign.</param>
/// <param name="time">The clock.</param>
public sealed class BlobObjectLinks(BlobServiceClient blobs, bool usesIdentity, TimeProvider time)
    : IObjectLinks, IObjectUploads
{
    private static readonly Dictionary<string, string> Replacing =
        new(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" };

    private static readonly Dictionary<string, string> Adding =
        new(Replacing, StringComparer.Ordinal) { ["If-None-Match"] = "*" };

    private readonly DelegationKey _delegation = new(blobs, time);

    /// <inheritdoc />
    public Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken) =>
        SignAsync(source, BlobSasPermissions.Read, lifetime, cancellationToken);

    /// <inheritdoc />
    public bool CanHave(ObjectRef target) => Locate(target) is not null;

    /// <inheritdoc />
    /// <remarks>
    /// With the permission to create alone, storage refuses to replace a blob. The header says the same to storage that is less
    /// strict.
    /// </remarks>
    public async Task<UploadAddress?> SignAsync(ObjectUpload upload, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var expires = time.GetUtcNow() + lifetime;
        var permissions = upload.Overwrite ? BlobSasPermissions.Create | BlobSasPermissions.Write : BlobSasPermissions.Create;
        return await SignAsync(upload.Target, permissions, lifetime, cancellationToken) is { } url
            ? new UploadAddress(url, upload.Overwrite ? Replacing : Adding, expires)
            : null;
    }

    private BlobClient? Locate(ObjectRef source) => StorageNames.IsLegal(source.Bucket)
        ? blobs.GetBlobContainerClient(source.Bucket).Locate(source.Key)
        : null;

    private async Task<Uri?> SignAsync(
        ObjectRef source, BlobSasPermissions permissions, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (Locate(source) is not { } blob)
        {
            return null;
        }

        var sas = new BlobSasBuilder(permissions, time.GetUtcNow() + lifetime)
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

using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using MediaInfo.Core.Accounts;

namespace MediaInfo.AzureStorage.Accounts;

/// <summary>
/// Stores used nonces as blobs that identify the use. They are named by the signed hour, so that old ones are easy to remove.
/// </summary>
public sealed class BlobNonceStore(StorageClients clients) : INonceStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.NoncesContainer);

    /// <inheritdoc />
    public async Task<bool> TryUseAsync(
        string accessKeyId, string nonce, DateTimeOffset signedAt, CancellationToken cancellationToken)
    {
        // A nonce is free text of any length, so its digest serves as the blob name.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accessKeyId}\n{nonce}")));
        var blob = _container.GetBlobClient(StorageNames.NonceBlob(signedAt, digest));
        var use = RandomNumberGenerator.GetBytes(16);
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(use), overwrite: false, cancellationToken)
                .OrIOException(cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 409 or 412)
        {
            // It may be this very use, if the response was lost and the SDK retried.
            return await blob.HoldsAsync(use, cancellationToken);
        }
    }
}

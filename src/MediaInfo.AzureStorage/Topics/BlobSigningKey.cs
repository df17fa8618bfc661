using Azure;
using Azure.Storage.Blobs;
using MediaInfo.Core.Topics;

namespace MediaInfo.AzureStorage.Topics;

/// <summary>Keeps the signing key as a blob. Whoever may read the service's own containers can sign in its name.</summary>
public sealed class BlobSigningKey(StorageClients clients) : ISigningKeyStore
{
    private readonly BlobClient _blob =
        clients.Blobs.GetBlobContainerClient(StorageNames.SettingsContainer).GetBlobClient(StorageNames.SigningKeyBlob);

    /// <inheritdoc />
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _blob.DownloadContentAsync(cancellationToken).OrIOException(cancellationToken);
            return answer.Value.Content.ToString();
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<bool> AddAsync(string pem, CancellationToken cancellationToken)
    {
        try
        {
            await _blob.UploadAsync(BinaryData.FromString(pem), overwrite: false, cancellationToken)
                .OrIOException(cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 409 or 412)
        {
            return false;
        }
    }
}

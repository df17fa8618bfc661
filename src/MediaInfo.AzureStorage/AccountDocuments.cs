using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;

namespace MediaInfo.AzureStorage;

/// <summary>One document for each account, with optimistic concurrency by ETag.</summary>
/// <param name="clients">The service's clients.</param>
/// <param name="nameOf">The blob of an account's document, in the container of settings.</param>
/// <param name="type">How the document is written.</param>
internal sealed class AccountDocuments<T>(StorageClients clients, Func<string, string> nameOf, JsonTypeInfo<T> type)
    where T : class
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.SettingsContainer);

    /// <summary>The account's document and its ETag; null if there is none.</summary>
    public Task<(T Document, string ETag)?> FindAsync(string account, CancellationToken cancellationToken) =>
        Locate(account).ReadJsonAsync(type, cancellationToken);

    /// <summary>Replaces the version with the ETag, or stores the first one if that is null.</summary>
    /// <param name="account">The account.</param>
    /// <param name="document">The document.</param>
    /// <param name="over">The ETag of the version that was read; null if there was none.</param>
    /// <param name="isUnique">Whether no other call writes the same document.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>False if another writer interfered.</returns>
    public async Task<bool> WriteAsync(
        string account, T document, string? over, bool isUnique, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, type);
        var conditions = over is null ? JsonBlobs.IsNew : JsonBlobs.Is(over);
        var blob = Locate(account);
        try
        {
            await blob.WriteJsonAsync(json, conditions, metadata: null, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 409 or 412 || (refusal.Status == 404 && over is not null))
        {
            // If a response is lost, the SDK retries, and storage then rejects what the first attempt wrote.
            return isUnique && await blob.HoldsAsync(json, cancellationToken);
        }
    }

    private BlobClient Locate(string account) => _container.GetBlobClient(nameOf(account));
}

using System.Text.Json;
using Azure.Storage.Blobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.AzureStorage.Library;

/// <summary>Stores the event subscriptions of accounts, one blob per account.</summary>
public sealed class BlobEventCallbacks(StorageClients clients) : IEventCallbackStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.SettingsContainer);

    /// <inheritdoc />
    public async Task<EventCallback?> FindAsync(string account, CancellationToken cancellationToken) =>
        await Locate(account).ReadJsonAsync(LibraryJson.Default.EventCallback, cancellationToken) is var (callback, _)
            ? callback
            : null;

    /// <inheritdoc />
    public Task WriteAsync(string account, EventCallback callback, CancellationToken cancellationToken) =>
        Locate(account).WriteJsonAsync(
            JsonSerializer.SerializeToUtf8Bytes(callback, LibraryJson.Default.EventCallback),
            JsonBlobs.Always,
            metadata: null,
            cancellationToken);

    private BlobClient Locate(string account) => _container.GetBlobClient(StorageNames.EventCallbackBlob(account));
}

using System.Text.Json;
using Azure.Storage.Blobs;
using MediaInfo.Core.Topics;

namespace MediaInfo.AzureStorage.Topics;

/// <summary>Keeps published messages as blobs, by the hour of their publication, so that old ones are easy to remove.</summary>
public sealed class BlobTopicMessages(StorageClients clients) : ITopicMessageStore
{
    private readonly BlobContainerClient _container =
        clients.Blobs.GetBlobContainerClient(StorageNames.TopicMessagesContainer);

    /// <inheritdoc />
    public Task WriteAsync(TopicMessage message, CancellationToken cancellationToken) =>
        Locate(message.Account, message.Id, message.PublishedAt).WriteJsonAsync(
            JsonSerializer.SerializeToUtf8Bytes(message, TopicJson.Default.TopicMessage),
            JsonBlobs.Always,
            metadata: null,
            cancellationToken);

    /// <inheritdoc />
    public async Task<TopicMessage?> FindAsync(
        string account, string id, DateTimeOffset publishedAt, CancellationToken cancellationToken) =>
        await Locate(account, id, publishedAt).ReadJsonAsync(TopicJson.Default.TopicMessage, cancellationToken)
            is var (message, _) ? message : null;

    private BlobClient Locate(string account, string id, DateTimeOffset publishedAt) =>
        _container.GetBlobClient(StorageNames.TopicMessageBlob(account, id, publishedAt));
}

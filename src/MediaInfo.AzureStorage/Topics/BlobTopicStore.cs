using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Topics;

namespace MediaInfo.AzureStorage.Topics;

/// <summary>
/// Stores topics with their subscriptions as blobs, with optimistic concurrency by ETag. A transient storage failure is an
/// <see cref="IOException"/>.
/// </summary>
public sealed class BlobTopicStore(StorageClients clients) : ITopicStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.TopicsContainer);

    /// <inheritdoc />
    public async Task<StoredTopic?> FindAsync(string account, string name, CancellationToken cancellationToken) =>
        Locate(account, name) is { } blob
        && await blob.ReadJsonAsync(TopicJson.Default.Topic, cancellationToken) is var (topic, etag)
            ? new StoredTopic(topic, etag)
            : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> NamesAsync(string account, string prefix, CancellationToken cancellationToken)
    {
        if (StorageNames.TopicsOf(account) is not { } folder)
        {
            return [];
        }

        var blobs = _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder + prefix, cancellationToken);
        return
        [
            .. (await blobs.OrIOException(cancellationToken).Select(blob => StorageNames.TopicOf(blob.Name)).ToListAsync(
                cancellationToken)).Order(StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc />
    public async Task<bool> WriteAsync(string account, Topic topic, string? etag, CancellationToken cancellationToken)
    {
        var blob = Locate(account, topic.Name) ?? throw new ArgumentException("The topic's name is invalid", nameof(topic));
        var json = JsonSerializer.SerializeToUtf8Bytes(topic, TopicJson.Default.Topic);
        try
        {
            var conditions = etag is null ? JsonBlobs.IsNew : JsonBlobs.Is(etag);
            await blob.WriteJsonAsync(json, conditions, metadata: null, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string account, string name, CancellationToken cancellationToken)
    {
        if (Locate(account, name) is { } blob)
        {
            await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken);
        }
    }

    private BlobClient? Locate(string account, string name) =>
        StorageNames.TopicBlob(account, name) is { } blob ? _container.GetBlobClient(blob) : null;
}

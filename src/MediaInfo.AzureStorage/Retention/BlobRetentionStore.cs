using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.AzureStorage.Library;
using MediaInfo.Core.Library;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;

namespace MediaInfo.AzureStorage.Retention;

/// <summary>
/// Finds old blobs by name and metadata, 5,000 per request. A transient storage failure is an <see cref="IOException"/>.
/// </summary>
public sealed class BlobRetentionStore(StorageClients clients) : IRetentionStore
{
    private readonly BlobContainerClient _held = clients.Blobs.GetBlobContainerClient(StorageNames.HeldContainer);
    private readonly BlobContainerClient _assets = clients.Blobs.GetBlobContainerClient(StorageNames.AssetsContainer);
    private readonly BlobContainerClient _nonces = clients.Blobs.GetBlobContainerClient(StorageNames.NoncesContainer);
    private readonly BlobContainerClient _topicMessages =
        clients.Blobs.GetBlobContainerClient(StorageNames.TopicMessagesContainer);

    /// <inheritdoc />
    public async IAsyncEnumerable<string> AccountsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in new[] { StorageNames.JobsContainer, StorageNames.AssetsContainer })
        {
            var folders = clients.Blobs.GetBlobContainerClient(name)
                .GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", prefix: null, cancellationToken);
            await foreach (var folder in folders.OrIOException(cancellationToken))
            {
                if (folder.IsPrefix && seen.Add(folder.Prefix[..^1]))
                {
                    yield return folder.Prefix[..^1];
                }
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<HeldJobNote> HeldNotesAsync(CancellationToken cancellationToken) =>
        _held.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken)
            .OrIOException(cancellationToken)
            .Select(blob => StorageNames.HeldIn(blob.Name) is { } job
                ? new HeldJobNote(job, blob.Properties.ETag?.ToString("H") ?? "*")
                : null)
            .OfType<HeldJobNote>();

    /// <inheritdoc />
    public IAsyncEnumerable<AssetKey> DeletedAssetsAsync(
        string account, DateTimeOffset before, CancellationToken cancellationToken) =>
        _assets.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, StorageNames.AssetsOf(account), cancellationToken)
            .OrIOException(cancellationToken)
            .Where(blob => !(blob.Properties.LastModified >= before)
                && AssetMetadata.Read(StorageNames.AssetIdOf(blob.Name), blob.Metadata) is { Status: AssetStatus.Deleted })
            .Select(blob => new AssetKey(account, StorageNames.AssetIdOf(blob.Name)));

    /// <inheritdoc />
    public async Task<bool> RemoveAsync(StoredAsset read, CancellationToken cancellationToken) =>
        StorageNames.AssetBlob(read.Asset.Key) is { } name
        && await _assets.GetBlobClient(name).DeleteJsonAsync(read.ETag, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<string> NoncesAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        HoursBeforeAsync(_nonces, before, cancellationToken);

    /// <inheritdoc />
    public Task RemoveNonceAsync(string name, CancellationToken cancellationToken) =>
        RemoveAsync(_nonces, name, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<string> TopicMessagesAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        HoursBeforeAsync(_topicMessages, before, cancellationToken);

    /// <inheritdoc />
    public Task RemoveTopicMessageAsync(string name, CancellationToken cancellationToken) =>
        RemoveAsync(_topicMessages, name, cancellationToken);

    private static async IAsyncEnumerable<string> HoursBeforeAsync(
        BlobContainerClient container,
        DateTimeOffset before,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The hour of the given time has not ended. Names are sorted by hour.
        var end = StorageNames.HourFolder(before);
        var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken);
        await foreach (var blob in blobs.OrIOException(cancellationToken))
        {
            if (string.CompareOrdinal(blob.Name, end) >= 0)
            {
                yield break;
            }

            yield return blob.Name;
        }
    }

    private static async Task RemoveAsync(
        BlobContainerClient container, string name, CancellationToken cancellationToken) =>
        await container
            .GetBlobClient(name)
            .DeleteIfExistsAsync(cancellationToken: cancellationToken)
            .OrIOException(cancellationToken);
}

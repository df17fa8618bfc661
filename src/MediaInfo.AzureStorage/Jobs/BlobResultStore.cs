using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Jobs;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>Stores result parts as write-once blobs. A transient storage failure is an <see cref="IOException"/>.</summary>
public sealed class BlobResultStore(StorageClients clients) : IResultStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.ResultsContainer);

    /// <inheritdoc />
    public async Task<bool> AddAsync(
        JobKey job, ResultPart part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var blob = Locate(job, part) ?? throw new ArgumentException("The job key is invalid", nameof(job));
        try
        {
            await blob.WriteJsonAsync(content, JsonBlobs.IsNew, metadata: null, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal is { Status: 412 } or { ErrorCode: "BlobAlreadyExists" })
        {
            // The first worker's part is kept.
            return false;
        }
    }

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<byte>?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken)
    {
        if (Locate(job, part) is not { } blob)
        {
            return null;
        }

        try
        {
            return (await blob.DownloadContentAsync(cancellationToken).OrIOException(cancellationToken)).Value.Content.ToMemory();
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(JobKey job, CancellationToken cancellationToken)
    {
        if (StorageNames.ResultsOf(job) is not { } folder)
        {
            return;
        }

        var parts = _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken);
        await foreach (var part in parts.OrIOException(cancellationToken))
        {
            await _container
                .GetBlobClient(part.Name)
                .DeleteIfExistsAsync(cancellationToken: cancellationToken)
                .OrIOException(cancellationToken);
        }
    }

    private BlobClient? Locate(JobKey job, ResultPart part) =>
        StorageNames.ResultBlob(job, part) is { } name ? _container.GetBlobClient(name) : null;
}

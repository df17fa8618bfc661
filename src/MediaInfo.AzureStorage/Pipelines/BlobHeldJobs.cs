using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.AzureStorage.Pipelines;

/// <summary>Stores the jobs that wait for their pipeline, each as an empty blob under the pipeline's name.</summary>
public sealed class BlobHeldJobs(StorageClients clients) : IHeldJobs
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.HeldContainer);

    /// <inheritdoc />
    public async Task<HeldJobNote> AddAsync(HeldJob job, CancellationToken cancellationToken)
    {
        var answer = await _container.GetBlobClient(StorageNames.HeldBlob(job))
            .UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellationToken)
            .OrIOException(cancellationToken);
        return new HeldJobNote(job, answer.Value.ETag.ToString("H"));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<HeldJobNote> ListAsync(
        string account, string pipelineId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (StorageNames.HeldBy(account, pipelineId) is not { } prefix)
        {
            yield break;
        }

        var blobs = _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
        await using var pages = blobs.AsPages().GetAsyncEnumerator(cancellationToken);
        while (await pages.MoveNextAsync().AsTask().OrIOException(cancellationToken))
        {
            foreach (var blob in pages.Current.Values)
            {
                var job = new JobKey(account, StorageNames.HeldJobId(blob.Name));
                yield return new HeldJobNote(new HeldJob(job, pipelineId), blob.Properties.ETag?.ToString("H") ?? "*");
            }
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(HeldJobNote note, CancellationToken cancellationToken)
    {
        try
        {
            await _container.GetBlobClient(StorageNames.HeldBlob(note.Held))
                .DeleteIfExistsAsync(
                    conditions: new BlobRequestConditions { IfMatch = new ETag(note.ETag) }, cancellationToken: cancellationToken)
                .OrIOException(cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.Status == 412)
        {
            // The job was recorded again, and waits for the next release.
        }
    }
}

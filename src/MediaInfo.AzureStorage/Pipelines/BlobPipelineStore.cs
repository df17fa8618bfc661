using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.AzureStorage.Pipelines;

/// <summary>
/// Stores pipeline documents as blobs, with optimistic concurrency by ETag. A transient storage failure is an
/// <see cref="IOException"/>.
/// </summary>
public sealed class BlobPipelineStore(StorageClients clients) : IPipelineStore
{
    private const string State = "state";
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.PipelinesContainer);

    /// <inheritdoc />
    public async Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken)
    {
        if (StorageNames.PipelineBlob(account, pipelineId) is not { } name)
        {
            return null;
        }

        try
        {
            var answer = (await _container
                .GetBlobClient(name)
                .DownloadContentAsync(cancellationToken)
                .OrIOException(cancellationToken)).Value;
            var pipeline = JsonSerializer.Deserialize(answer.Content.ToMemory().Span, PipelineJson.Default.Pipeline);
            return pipeline is null ? null : new StoredPipeline(pipeline, answer.Details.ETag.ToString("H"));
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var blobs =
            _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, StorageNames.PipelinesOf(account), cancellationToken);
        try
        {
            // Deleted pipelines are kept forever. Their documents are not read, so each costs a listing only one line.
            await foreach (var blob in blobs)
            {
                if (!blob.Metadata.TryGetValue(State, out var state)
                    || !state.Equals(nameof(PipelineState.Deleted), StringComparison.Ordinal))
                {
                    ids.Add(StorageNames.PipelineIdOf(blob.Name));
                }
            }
        }
        catch (RequestFailedException fault) when (StorageFaults.Passes(fault))
        {
            throw new IOException(StorageFaults.Reason(fault), fault);
        }

        var found = await Task.WhenAll(ids.Select(id => FindAsync(account, id, cancellationToken)));
        return [.. found.OfType<StoredPipeline>().Select(stored => stored.Pipeline)];
    }

    /// <inheritdoc />
    public async Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken)
    {
        var name = StorageNames.PipelineBlob(account, pipeline.Id)
            ?? throw new ArgumentException("The pipeline id is invalid", nameof(pipeline));
        var json = JsonSerializer.SerializeToUtf8Bytes(pipeline, PipelineJson.Default.Pipeline);
        try
        {
            var conditions = etag is null ? JsonBlobs.IsNew : JsonBlobs.Is(etag);
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [State] = pipeline.State.ToString() };
            await _container.GetBlobClient(name).WriteJsonAsync(json, conditions, metadata, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>
/// Stores job documents as blobs, with optimistic concurrency by ETag. A transient storage failure is an
/// <see cref="IOException"/>.
/// </summary>
public sealed class BlobJobStore(StorageClients clients, ILogger<BlobJobStore> logger) : IJobStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.JobsContainer);

    /// <inheritdoc />
    public async Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var blob = Locate(job.Key) ?? throw new ArgumentException("The job key is invalid", nameof(job));
        return await WriteAsync(blob, job, JsonBlobs.IsNew, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken)
    {
        if (Locate(key) is not { } blob)
        {
            return null;
        }

        try
        {
            var answer = (await blob.DownloadContentAsync(cancellationToken).OrIOException(cancellationToken)).Value;
            var job = JsonSerializer.Deserialize(answer.Content.ToMemory().Span, JobJson.Default.AnalysisJob)
                ?? throw new JsonException("the document is null");
            return new StoredJob(job, answer.Details.ETag.ToString("H"));
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return null;
        }
        catch (JsonException e)
        {
            logger.UnreadableJob(key.Account, key.Id, e.Message);
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken)
    {
        if (read.Job.Key != next.Key)
        {
            throw new ArgumentException("The key of a job must not change", nameof(next));
        }

        return Locate(next.Key) is not { } blob ? null : await WriteAsync(blob, next, JsonBlobs.Is(read.ETag), cancellationToken);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(JobKey key, CancellationToken cancellationToken)
    {
        if (Locate(key) is { } blob)
        {
            await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken) =>
        Locate(read.Job.Key) is { } blob && await blob.DeleteJsonAsync(read.ETag, cancellationToken);

    /// <summary>Writes a version conditionally; null if the condition does not hold.</summary>
    private static async Task<StoredJob?> WriteAsync(
        BlobClient blob, AnalysisJob job, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(job, JobJson.Default.AnalysisJob);
        var writer = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            var etag = await blob.WriteJsonAsync(json, conditions, JobMetadata.Of(job, writer), cancellationToken);
            return new StoredJob(job, etag);
        }
        catch (RequestFailedException refusal) when (refusal.Status is 404 or 409 or 412)
        {
            return await FindOwnAsync(blob, job, writer, cancellationToken);
        }
    }

    /// <summary>The job if this very call wrote it, and only the response was lost before the SDK retried.</summary>
    private static async Task<StoredJob?> FindOwnAsync(
        BlobClient blob, AnalysisJob job, string writer, CancellationToken cancellationToken)
    {
        try
        {
            var found =
                (await blob.GetPropertiesAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken)).Value;
            var isOwn = string.Equals(JobMetadata.WriterIn(found.Metadata), writer, StringComparison.Ordinal);
            return isOwn ? new StoredJob(job, found.ETag.ToString("H")) : null;
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return null;
        }
    }

    private BlobClient? Locate(JobKey key) => StorageNames.JobBlob(key) is { } name ? _container.GetBlobClient(name) : null;
}

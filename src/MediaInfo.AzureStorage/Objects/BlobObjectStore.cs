using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Media objects as blobs: a bucket is the container of the same name, a key the blob's name.</summary>
public sealed class BlobObjectStore(StorageClients clients) : IObjectStore
{
    /// <inheritdoc />
    /// <remarks>The content is never fetched a second time: when it breaks off, reading it throws an <see cref="IOException"/>.</remarks>
    /// <exception cref="IOException">Storage cannot be reached now; try again.</exception>
    public async Task<ObjectRead> ReadAsync(ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (clients.Locate(source) is not { } blob)
        {
            return ObjectRead.None(ObjectReadStatus.NotFound);
        }

        var conditions = etag is null ? null : new BlobRequestConditions { IfMatch = new ETag(etag) };
        var range = new HttpRange(offset, Math.Min(count, long.MaxValue - offset));
        try
        {
            var options = new BlobDownloadOptions { Range = range, Conditions = conditions };
            var answer = (await blob.DownloadStreamingAsync(options, cancellationToken).OrIOException(cancellationToken)).Value;
            var properties = BlobAnswers.Properties(answer.Details);
            if (offset < properties.Size)
            {
                return ObjectRead.Found(properties, new BlobBody(answer.Content));
            }

            // The emulator answers a read right at the end with no bytes, where storage refuses it.
            await answer.Content.DisposeAsync();
            return await BehindEndAsync(blob, offset, conditions, cancellationToken);
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) is { } status)
        {
            return status == ObjectReadStatus.BehindEnd
                ? await BehindEndAsync(blob, offset, conditions, cancellationToken)
                : ObjectRead.None(status);
        }
    }

    /// <inheritdoc />
    /// <exception cref="UnauthorizedAccessException">Storage refuses this service the object.</exception>
    /// <exception cref="IOException">Storage cannot be reached now; try again.</exception>
    public async Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        if (clients.Locate(source) is not { } blob)
        {
            return null;
        }

        try
        {
            return await HeadAsync(blob, conditions: null, cancellationToken);
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) == ObjectReadStatus.NotFound)
        {
            return null;
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) == ObjectReadStatus.Denied)
        {
            throw new UnauthorizedAccessException("Storage refuses this service the object", refusal);
        }
    }

    private static async Task<ObjectRead> BehindEndAsync(
        BlobClient blob, long offset, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await HeadAsync(blob, conditions, cancellationToken);
            return offset < properties.Size
                ? ObjectRead.None(ObjectReadStatus.Changed)
                : ObjectRead.None(ObjectReadStatus.BehindEnd, properties);
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) is { } status)
        {
            return ObjectRead.None(status);
        }
    }

    private static async Task<ObjectProperties> HeadAsync(
        BlobClient blob, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        BlobAnswers.Properties((await blob.GetPropertiesAsync(conditions, cancellationToken).OrIOException(cancellationToken)).Value);
}

using System.Xml;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Reads media objects from blobs: a bucket is the container of the same name, a key the blob's name.</summary>
public sealed class BlobObjectStore(StorageClients clients) : IObjectStore
{
    private const int MaxListed = 5_000;

    // Larger requests read the whole object, which is faster over connections with an unrestricted receive window.
    private const long ProbedRange = 4 * 1024 * 1024;

    /// <inheritdoc />
    /// <remarks>
    /// The content is never refetched: if the transfer breaks off, reading throws an <see cref="IOException"/>.
    /// </remarks>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (clients.Locate(source, count <= ProbedRange) is not { } blob)
        {
            return ObjectRead.None(ObjectReadStatus.NotFound);
        }

        var conditions = etag is null ? null : new BlobRequestConditions { IfMatch = new ETag(etag) };
        var range = new HttpRange(offset, Math.Min(count, long.MaxValue - offset));
        try
        {
            var options = new BlobDownloadOptions { Range = range, Conditions = conditions };
            var holder = new BodyCapture.Holder();
            using var capture = BodyCapture.Into(holder);
            var answer = (await blob.DownloadStreamingAsync(options, cancellationToken).OrIOException(cancellationToken)).Value;
            var properties = BlobAnswers.Properties(answer.Details);
            if (offset < properties.Size)
            {
                return ObjectRead.Found(properties, new BlobBody(answer.Content, holder.Body));
            }

            // The emulator answers a read at the very end with an empty body; storage answers with an error.
            await new BlobBody(answer.Content, holder.Body).DisposeAsync();
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
    /// <exception cref="UnauthorizedAccessException">Storage denies this service access to the object.</exception>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        if (clients.Locate(source, isProbed: true) is not { } blob)
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
            throw new UnauthorizedAccessException("Storage denies this service access to the object", refusal);
        }
    }

    /// <inheritdoc />
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken)
    {
        if (clients.ContainerOf(bucket) is not { } container || prefix.Length > ObjectRef.MaxKeyLength)
        {
            return null;
        }

        try
        {
            var pages = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
            return await FirstPageAsync(pages.AsPages(pageSizeHint: MaxListed), cancellationToken)
                .OrIOException(cancellationToken);
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) is not null)
        {
            return null;
        }
        catch (XmlException)
        {
            // A name, or the prefix itself, has a character that XML forbids.
            return null;
        }
    }

    private static async Task<IReadOnlyDictionary<string, long>?> FirstPageAsync(
        IAsyncEnumerable<Page<BlobItem>> pages, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            return page.Values.ToDictionary(
                blob => blob.Name, blob => blob.Properties.ContentLength ?? 0, StringComparer.Ordinal);
        }

        return null;
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
        BlobAnswers.Properties(
            (await blob.GetPropertiesAsync(conditions, cancellationToken).OrIOException(cancellationToken)).Value);
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>
/// Writes result files as blobs in the callers' containers. Their metadata names the account they were written for.
/// </summary>
public sealed class BlobObjectWriter(StorageClients clients) : IObjectWriter
{
    private const string Owner = "mediainfo_account";

    /// <inheritdoc />
    public async Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken)
    {
        if (clients.Locate(target) is not { } blob || !ObjectRef.CanBeListed(target.Key))
        {
            return ObjectWriteStatus.NotFound;
        }

        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Owner] = owner },
        };
        try
        {
            return await TryAddAsync(blob, content, options, cancellationToken)
                || await TryReplaceAsync(blob, content, options, owner, cancellationToken)
                ? ObjectWriteStatus.Written
                : ObjectWriteStatus.Occupied;
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) is ObjectReadStatus.NotFound)
        {
            return ObjectWriteStatus.NotFound;
        }
        catch (RequestFailedException refusal) when (BlobAnswers.Status(refusal) is ObjectReadStatus.Denied)
        {
            return ObjectWriteStatus.Denied;
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(ObjectRef target, string owner, CancellationToken cancellationToken)
    {
        if (clients.Locate(target) is not { } blob)
        {
            return;
        }

        try
        {
            var answer = await blob.GetPropertiesAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken);
            var found = answer.Value;
            if (IsOf(found, owner))
            {
                await blob.DeleteAsync(
                    DeleteSnapshotsOption.IncludeSnapshots,
                    new BlobRequestConditions { IfMatch = found.ETag },
                    cancellationToken).OrIOException(cancellationToken);
            }
        }
        catch (RequestFailedException refusal) when (refusal.Status is 404 or 412)
        {
            // It is gone, or somebody has replaced it since.
        }
    }

    /// <inheritdoc />
    public async Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await (clients.ContainerOf(bucket) ?? throw new ArgumentException("The name is not legal", nameof(bucket)))
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status is 401 or 403)
        {
            return false;
        }
    }

    private static bool IsOf(BlobProperties found, string owner) =>
        found.Metadata.TryGetValue(Owner, out var earlier) && string.Equals(earlier, owner, StringComparison.Ordinal);

    private static async Task<bool> TryAddAsync(
        BlobClient blob, ReadOnlyMemory<byte> content, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        options.Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellationToken).OrIOException(cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal is { Status: 412 } or { ErrorCode: "BlobAlreadyExists" })
        {
            return false;
        }
    }

    private static async Task<bool> TryReplaceAsync(
        BlobClient blob,
        ReadOnlyMemory<byte> content,
        BlobUploadOptions options,
        string owner,
        CancellationToken cancellationToken)
    {
        var found = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken)).Value;
        if (!IsOf(found, owner))
        {
            return false;
        }

        options.Conditions = new BlobRequestConditions { IfMatch = found.ETag };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellationToken).OrIOException(cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status == 412)
        {
            throw new IOException("The output object was changed concurrently", refusal);
        }
    }
}

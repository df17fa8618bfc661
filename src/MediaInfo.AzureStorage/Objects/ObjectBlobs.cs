using Azure.Storage.Blobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Locates the blob of an object: a bucket is the container of the same name, a key the blob's name.</summary>
internal static class ObjectBlobs
{
    /// <summary>
    /// The container of a bucket, in the account that holds the media, or of the service's own files, in its own account; null
    /// for an illegal or reserved name.
    /// </summary>
    /// <param name="clients">The storage accounts.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="isProbed">Whether the caller may stop reading a response early.</param>
    public static BlobContainerClient? ContainerOf(this StorageClients clients, string bucket, bool isProbed = false) =>
        bucket is OwnBucket.Name ? clients.Blobs.GetBlobContainerClient(bucket)
        : StorageNames.IsLegal(bucket) && !clients.Reservations.IsReservedBucket(bucket)
            ? (isProbed ? clients.ProbedMedia : clients.Media).GetBlobContainerClient(bucket)
            : null;

    /// <summary>The blob; null if no URL can address it, such as a key with ".." that would lead to another container.</summary>
    /// <param name="clients">The storage accounts.</param>
    /// <param name="source">The object.</param>
    /// <param name="isProbed">Whether the caller may stop reading a response early.</param>
    public static BlobClient? Locate(this StorageClients clients, ObjectRef source, bool isProbed = false) =>
        clients.ContainerOf(source.Bucket, isProbed)?.Locate(source.Key);

    /// <summary>The blob of a key in a container; null if no URL can address it.</summary>
    public static BlobClient? Locate(this BlobContainerClient container, string key)
    {
        if (key.Length is 0 or > ObjectRef.MaxKeyLength)
        {
            return null;
        }

        var blob = container.GetBlobClient(key);
        var address = new BlobUriBuilder(blob.Uri, trimBlobNameSlashes: false);
        return string.Equals(address.BlobContainerName, container.Name, StringComparison.Ordinal)
            && string.Equals(address.BlobName, key, StringComparison.Ordinal)
            ? blob
            : null;
    }
}

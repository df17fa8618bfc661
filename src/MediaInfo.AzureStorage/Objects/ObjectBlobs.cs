using Azure.Storage.Blobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Finds the blob of an object: a bucket is the container of the same name, a key the blob's name.</summary>
internal static class ObjectBlobs
{
    /// <summary>The blob; null where no address leads to it, such as a key with ".." that would lead to another container.</summary>
    /// <param name="clients">The storage accounts.</param>
    /// <param name="source">The object.</param>
    /// <param name="isProbed">Whether little of an answer may be read.</param>
    public static BlobClient? Locate(this StorageClients clients, ObjectRef source, bool isProbed = false)
    {
        if (!StorageNames.IsLegal(source.Bucket) || source.Key.Length is 0 or > ObjectRef.MaxKeyLength)
        {
            return null;
        }

        var blob = (isProbed ? clients.ProbedMedia : clients.Media).GetBlobContainerClient(source.Bucket).GetBlobClient(source.Key);
        var address = new BlobUriBuilder(blob.Uri, trimBlobNameSlashes: false);
        return string.Equals(address.BlobContainerName, source.Bucket, StringComparison.Ordinal)
            && string.Equals(address.BlobName, source.Key, StringComparison.Ordinal)
            ? blob
            : null;
    }
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>Writes JSON documents, each in one request and under a condition.</summary>
internal static class JsonBlobs
{
    /// <summary>Holds where the blob does not exist.</summary>
    public static BlobRequestConditions IsNew => new() { IfNoneMatch = ETag.All };

    /// <summary>Holds where the blob still is the version that was read.</summary>
    public static BlobRequestConditions Is(string etag) => new() { IfMatch = new ETag(etag) };

    /// <summary>Writes the document.</summary>
    /// <returns>The new version's ETag, quoted.</returns>
    /// <exception cref="RequestFailedException">The condition does not hold (409 or 412), or storage refuses the request.</exception>
    /// <exception cref="IOException">Storage cannot be reached now.</exception>
    public static async Task<string> WriteJsonAsync(
        this BlobClient blob,
        ReadOnlyMemory<byte> json,
        BlobRequestConditions conditions,
        IDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = metadata,
        };
        var answer = await blob.UploadAsync(BinaryData.FromBytes(json), options, cancellationToken).OrIOException(cancellationToken);
        return answer.Value.ETag.ToString("H");
    }
}

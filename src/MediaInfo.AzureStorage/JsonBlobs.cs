using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MediaInfo.AzureStorage;

/// <summary>Reads and writes JSON documents in one request each, with conditional writes.</summary>
internal static class JsonBlobs
{
    /// <summary>The blob must not exist.</summary>
    public static BlobRequestConditions IsNew => new() { IfNoneMatch = ETag.All };

    /// <summary>The blob must still be the version that was read.</summary>
    public static BlobRequestConditions Is(string etag) => new() { IfMatch = new ETag(etag) };

    /// <summary>No condition: the last writer wins.</summary>
    public static BlobRequestConditions Always => new();

    /// <summary>The document and its quoted ETag; null if there is none.</summary>
    /// <exception cref="IOException">Storage cannot be reached now.</exception>
    public static async Task<(T Document, string ETag)?> ReadJsonAsync<T>(
        this BlobClient blob, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await blob.FindContentAsync(cancellationToken) is { } answer
        && JsonSerializer.Deserialize(answer.Content.ToMemory().Span, type) is { } document
            ? (document, answer.Details.ETag.ToString("H"))
            : null;

    /// <summary>Whether the blob holds exactly this document.</summary>
    /// <exception cref="IOException">Storage cannot be reached now.</exception>
    public static async Task<bool> HoldsAsync(
        this BlobClient blob, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        await blob.FindContentAsync(cancellationToken) is { } answer && answer.Content.ToMemory().Span.SequenceEqual(json.Span);

    /// <summary>Writes the document.</summary>
    /// <returns>The quoted ETag of the new version.</returns>
    /// <exception cref="RequestFailedException">The condition failed (409 or 412), or storage rejected the request.</exception>
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
        var answer =
            await blob.UploadAsync(BinaryData.FromBytes(json), options, cancellationToken).OrIOException(cancellationToken);
        return answer.Value.ETag.ToString("H");
    }

    /// <summary>Deletes the version that was read.</summary>
    /// <returns>False if it has changed or been removed since.</returns>
    /// <exception cref="IOException">Storage cannot be reached now.</exception>
    public static async Task<bool> DeleteJsonAsync(this BlobClient blob, string etag, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.None, Is(etag), cancellationToken)
                .OrIOException(cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.Status == 412)
        {
            return false;
        }
    }

    private static async Task<BlobDownloadResult?> FindContentAsync(this BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken).OrIOException(cancellationToken)).Value;
        }
        catch (RequestFailedException refusal) when (refusal.Status == 404)
        {
            return null;
        }
    }
}

using System.Net.Http.Headers;
using Azure;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Translates responses of the blob service.</summary>
internal static class BlobAnswers
{
    /// <summary>The properties in a download response, ranged or whole.</summary>
    public static ObjectProperties Properties(BlobDownloadDetails details)
    {
        var isRange = ContentRangeHeaderValue.TryParse(details.ContentRange, out var range) && range.HasLength;
        var digest = details.BlobContentHash ?? (isRange ? null : details.ContentHash);
        var size = isRange ? range!.Length!.Value : details.ContentLength;
        return new ObjectProperties(size, Quoted(details.ETag), Given(details.ContentType), Hex(digest))
        {
            ContentEncoding = Given(details.ContentEncoding),
        };
    }

    /// <summary>The properties in the response to a HEAD request.</summary>
    public static ObjectProperties Properties(BlobProperties properties) =>
        new(properties.ContentLength, Quoted(properties.ETag), Given(properties.ContentType), Hex(properties.ContentHash))
        {
            ContentEncoding = Given(properties.ContentEncoding),
        };

    /// <summary>The status of a failed read; null if the failure has no status in the port.</summary>
    public static ObjectReadStatus? Status(RequestFailedException refusal) => (refusal.Status, refusal.ErrorCode) switch
    {
        (404, _) or (400, "InvalidUri" or "InvalidResourceName" or "OutOfRangeInput") => ObjectReadStatus.NotFound,
        (416, _) => ObjectReadStatus.BehindEnd,
        (412, _) => ObjectReadStatus.Changed,
        (401 or 403, _) => ObjectReadStatus.Denied,
        (409, "BlobArchived" or "BlobBeingRehydrated") => ObjectReadStatus.Archived,
        _ => null,
    };

    private static string Quoted(ETag etag) => etag.ToString("H");

    private static string? Given(string? header) => string.IsNullOrEmpty(header) ? null : header;

    private static string? Hex(byte[]? digest) => digest is { Length: 16 } ? Convert.ToHexStringLower(digest) : null;
}

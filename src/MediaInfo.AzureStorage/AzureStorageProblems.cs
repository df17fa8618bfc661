using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace MediaInfo.AzureStorage;

/// <summary>The rules of <see cref="AzureStorageOptions"/>.</summary>
internal static class AzureStorageProblems
{
    /// <summary>Every broken rule as a sentence; empty when all hold.</summary>
    public static IEnumerable<string> Of(AzureStorageOptions options)
    {
        if (options.IsEmpty)
        {
            return
            [
                "ConnectionString is missing: set it, or AccountName, or BlobServiceUri and QueueServiceUri, "
                + $"or the host's {StorageNames.HostConnection}",
            ];
        }

        var own = string.IsNullOrWhiteSpace(options.ConnectionString) ? OfIdentity(options) : OfConnectionString(options);
        return own.Concat(OfMedia(options));
    }

    private static IEnumerable<string> OfMedia(AzureStorageOptions options)
    {
        if (options.MediaBlobServiceUri is { } address && !IsAddress(address))
        {
            yield return "MediaBlobServiceUri must be an https or http address";
        }

        if (string.IsNullOrWhiteSpace(options.MediaConnectionString))
        {
            yield break;
        }

        if (options.MediaBlobServiceUri is not null)
        {
            yield return "MediaConnectionString stands beside MediaBlobServiceUri: keep one of them";
        }

        if (!Leads(() => new BlobServiceClient(options.MediaConnectionString).Uri))
        {
            yield return "MediaConnectionString is not one that leads to blobs";
        }
    }

    private static IEnumerable<string> OfConnectionString(AzureStorageOptions options)
    {
        if ((options.BlobServiceUri ?? options.QueueServiceUri) is not null || !string.IsNullOrWhiteSpace(options.AccountName))
        {
            yield return "ConnectionString stands beside an account's name or address: keep one of them";
        }

        if (!IsConnectionString(options.ConnectionString!))
        {
            yield return "ConnectionString is not one that leads to blobs and queues";
        }
    }

    private static IEnumerable<string> OfIdentity(AzureStorageOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.AccountName) && !AzureStorageOptions.IsAccountName(options.AccountName))
        {
            yield return "AccountName must be 3 to 24 lower-case letters and digits";
            yield break;
        }

        if (options.BlobEndpoint is null)
        {
            yield return "BlobServiceUri is missing beside QueueServiceUri";
        }

        if (options.QueueEndpoint is null)
        {
            yield return "QueueServiceUri is missing beside BlobServiceUri";
        }

        if (options.BlobServiceUri is { } blobs && !IsAddress(blobs))
        {
            yield return "BlobServiceUri must be an https or http address";
        }

        if (options.QueueServiceUri is { } queues && !IsAddress(queues))
        {
            yield return "QueueServiceUri must be an https or http address";
        }
    }

    private static bool IsAddress(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is "https" or "http";

    private static bool IsConnectionString(string text) =>
        Leads(() => new BlobServiceClient(text).Uri) && Leads(() => new QueueServiceClient(text).Uri);

    /// <summary>Asks the SDK, which fails in its own ways: a missing endpoint is a NullReferenceException of its parser.</summary>
    private static bool Leads(Func<Uri?> address)
    {
        try
        {
            return address() is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return false;
        }
    }
}

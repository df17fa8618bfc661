using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace MediaInfo.AzureStorage;

/// <summary>The rules of <see cref="AzureStorageOptions"/>.</summary>
internal static class AzureStorageProblems
{
    /// <summary>One sentence per violated rule; empty if all hold.</summary>
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
            yield return "MediaBlobServiceUri must be an https or http URL";
        }

        if (string.IsNullOrWhiteSpace(options.MediaConnectionString))
        {
            yield break;
        }

        if (options.MediaBlobServiceUri is not null)
        {
            yield return "MediaConnectionString and MediaBlobServiceUri are both set: keep only one";
        }

        if (!Leads(() => new BlobServiceClient(options.MediaConnectionString).Uri))
        {
            yield return "MediaConnectionString is not a valid connection string for blobs";
        }
    }

    private static IEnumerable<string> OfConnectionString(AzureStorageOptions options)
    {
        if ((options.BlobServiceUri ?? options.QueueServiceUri) is not null || !string.IsNullOrWhiteSpace(options.AccountName))
        {
            yield return "ConnectionString is set together with an account name or service URI: keep only one";
        }

        if (!IsConnectionString(options.ConnectionString!))
        {
            yield return "ConnectionString is not a valid connection string for blobs and queues";
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
            yield return "BlobServiceUri is missing: QueueServiceUri requires it";
        }

        if (options.QueueEndpoint is null)
        {
            yield return "QueueServiceUri is missing: BlobServiceUri requires it";
        }

        if (options.BlobServiceUri is { } blobs && !IsAddress(blobs))
        {
            yield return "BlobServiceUri must be an https or http URL";
        }

        if (options.QueueServiceUri is { } queues && !IsAddress(queues))
        {
            yield return "QueueServiceUri must be an https or http URL";
        }
    }

    private static bool IsAddress(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is "https" or "http";

    private static bool IsConnectionString(string text) =>
        Leads(() => new BlobServiceClient(text).Uri) && Leads(() => new QueueServiceClient(text).Uri);

    /// <summary>
    /// Parses with the SDK, which fails in its own ways: a missing endpoint causes a NullReferenceException in its parser.
    /// </summary>
    private static bool Leads(Func<Uri?> address)
    {
        try
        {
            return address() is not null;
        }
        catch (Exception e)
            when (e is FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return false;
        }
    }
}

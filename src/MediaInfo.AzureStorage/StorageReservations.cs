using Azure.Storage.Blobs;
using MediaInfo.Core.Accounts;

namespace MediaInfo.AzureStorage;

/// <summary>The containers and queues that are the service's, its host's, its deployment's or storage's own.</summary>
public sealed class StorageReservations(AzureStorageOptions options) : IReservedNames
{
    // The address of an account's copy in another region.
    private const string SecondaryEnding = "-secondary";

    // The Functions host keeps its locks, keys and logs of triggers in containers, and messages in queues, that begin so.
    private const string HostPrefix = "azure-webjobs-";

    // Durable Functions sets the name of the task hub before these. The hub of every other app in the account counts too.
    private const string HubControlQueue = "-control-";
    private const string HubWorkQueueEnding = "-workitems";
    private static readonly string[] HubContainerEndings = ["-leases", "-applease", "-largemessages"];

    // Beside those of service and host: packages of apps, by whichever tool they were deployed, and the logs of Azure Monitor.
    private static readonly string[] ContainerPrefixes =
    [
        StorageNames.OwnContainerPrefix, HostPrefix, "app-package", "deployment", "function-releases", "scm-releases",
        "github-actions-deploy", "azure-pipelines-deploy", "insights-",
    ];

    // Asked for when the settings are known to be right.
    private readonly Lazy<bool> _mediaLieElsewhere = new(() => AreApart(options));

    /// <inheritdoc />
    /// <remarks>In an account that holds nothing but media all names are free, but those of storage itself.</remarks>
    public bool IsReservedBucket(string bucket)
    {
        var name = bucket.ToLowerInvariant();
        return name.StartsWith('$') || (!_mediaLieElsewhere.Value && (
            Array.Exists(ContainerPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            || Array.Exists(HubContainerEndings, ending => name.EndsWith(ending, StringComparison.Ordinal))));
    }

    /// <inheritdoc />
    public bool IsReservedQueue(string queue) =>
        StorageNames.IsOwnQueue(queue)
        || queue.StartsWith(HostPrefix, StringComparison.Ordinal)
        || queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal)
        || queue.EndsWith(HubWorkQueueEnding, StringComparison.Ordinal)
        || IsHubControlQueue(queue);

    // An address of which nobody can tell the account, such as a domain of one's own, may well lead to the service's.
    private static bool AreApart(AzureStorageOptions options) =>
        AccountOf(options.MediaConnectionString, options.MediaBlobServiceUri) is { Length: > 0 } media
        && AccountOf(options.ConnectionString, options.BlobEndpoint) is { Length: > 0 } own
        && !string.Equals(media, own, StringComparison.OrdinalIgnoreCase);

    private static string? AccountOf(string? connectionString, Uri? address)
    {
        var uri = string.IsNullOrWhiteSpace(connectionString) ? address : new BlobServiceClient(connectionString).Uri;
        var account = uri is null ? null : new BlobUriBuilder(uri).AccountName;
        return account?.EndsWith(SecondaryEnding, StringComparison.OrdinalIgnoreCase) == true
            ? account[..^SecondaryEnding.Length]
            : account;
    }

    // Durable Functions numbers them with two digits.
    private static bool IsHubControlQueue(string queue) =>
        queue.LastIndexOf(HubControlQueue, StringComparison.Ordinal) is >= 0 and var at
        && queue[(at + HubControlQueue.Length)..] is { Length: 2 } number
        && number.All(char.IsAsciiDigit);
}

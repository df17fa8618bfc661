using Azure.Storage.Blobs;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Messaging;

namespace MediaInfo.AzureStorage;

/// <summary>The containers and queues that belong to the service, its host, its deployment or storage itself.</summary>
public sealed class StorageReservations(AzureStorageOptions options) : IReservedNames
{
    // The endpoint of an account's replica in another region.
    private const string SecondaryEnding = "-secondary";

    // The prefix of the containers and queues in which the Functions host keeps its locks, keys, trigger state and messages.
    private const string HostPrefix = "azure-webjobs-";

    // Durable Functions puts the task hub's name before these. Hubs of other apps in the account count too.
    private const string HubControlQueue = "-control-";
    private const string HubWorkQueueEnding = "-workitems";
    private static readonly string[] HubContainerEndings = ["-leases", "-applease", "-largemessages"];

    // Besides those of service and host: app packages of any deployment tool, and Azure Monitor logs.
    private static readonly string[] ContainerPrefixes =
    [
        StorageNames.OwnContainerPrefix, HostPrefix, "app-package", "deployment", "function-releases", "scm-releases",
        "github-actions-deploy", "azure-pipelines-deploy", "insights-",
    ];

    // Lazy, because the settings must be validated first.
    private readonly Lazy<bool> _mediaLieElsewhere = new(() => AreApart(options));

    /// <inheritdoc />
    /// <remarks>In an account that holds only media, all names are allowed except those of storage itself.</remarks>
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
        || QueueName.IsMapped(queue)
        || queue.StartsWith(HostPrefix, StringComparison.Ordinal)
        || queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal)
        || queue.EndsWith(HubWorkQueueEnding, StringComparison.Ordinal)
        || IsHubControlQueue(queue);

    // If the account of an endpoint is unknown, as with a custom domain, assume that it may be the service's own.
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

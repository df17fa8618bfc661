using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using MediaInfo.AzureStorage.Messaging;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Health;
using MediaInfo.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage;

/// <summary>Creates the containers and queues of this service, and checks whether storage is usable.</summary>
public sealed class StorageInitializer(StorageClients clients, AccountOptions accounts, ILogger<StorageInitializer> logger)
    : IStorageSetup
{
    /// <inheritdoc />
    public Task PrepareAsync(CancellationToken cancellationToken) => InitializeAsync(cancellationToken);

    /// <summary>
    /// Creates whatever is missing, including the accounts' callback queues. Idempotent and safe to run concurrently.
    /// </summary>
    /// <exception cref="IOException">Storage cannot be reached, or rejects this service.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        var queues = StorageNames.Queues.Concat(CallbackQueues()).Distinct(StringComparer.Ordinal).ToList();
        try
        {
            await Task.WhenAll(
            [
                .. StorageNames.Containers.Select(name => CreateContainerAsync(name, cancellationToken)),
                .. queues.Select(name => CreateQueueAsync(name, cancellationToken)),
            ]);
        }
        catch (Exception e) when (IsOfStorage(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException(Sentence(clients.Blobs.Uri, e), e);
        }

        logger.Initialized(clients.Blobs.Uri.AbsoluteUri, StorageNames.Containers.Count, queues.Count);
    }

    /// <summary>Checks blobs, queues and, if it is separate, the media account, with one small request to each.</summary>
    /// <returns>Null if all respond; otherwise one sentence about the problem.</returns>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var queue = clients.Queues.GetQueueClient(StorageNames.CallbacksQueue);
        var problems = await Task.WhenAll(
            ProblemAsync(clients.Blobs.Uri, AskBlobsAsync(clients.Blobs, cancellationToken), cancellationToken),
            ProblemAsync(clients.Blobs.Uri, queue.GetPropertiesAsync(cancellationToken), cancellationToken),
            ProblemAsync(clients.Media.Uri, AskMediaAsync(cancellationToken), cancellationToken));
        return Array.Find(problems, problem => problem is not null);
    }

    private static async Task AskBlobsAsync(BlobServiceClient blobs, CancellationToken cancellationToken) =>
        await blobs.GetBlobContainerClient(StorageNames.JobsContainer).GetPropertiesAsync(cancellationToken: cancellationToken);

    private async Task AskMediaAsync(CancellationToken cancellationToken)
    {
        if (ReferenceEquals(clients.Media, clients.Blobs))
        {
            return;
        }

        try
        {
            await AskBlobsAsync(clients.Media, cancellationToken);
        }
        catch (RequestFailedException answer) when (answer.Status == 404 || answer.ErrorCode is "AuthorizationPermissionMismatch")
        {
            // The container does not exist in that account, or the identity has access only to some buckets. Either way, storage
            // responded.
        }
    }

    private static async Task<string?> ProblemAsync(Uri address, Task request, CancellationToken cancellationToken)
    {
        try
        {
            await request;
            return null;
        }
        catch (Exception e) when (IsOfStorage(e) && !cancellationToken.IsCancellationRequested)
        {
            return Sentence(address, e);
        }
    }

    private static bool IsOfStorage(Exception e) =>
        e is RequestFailedException or AuthenticationFailedException || StorageFaults.Passes(e);

    private static string Sentence(Uri address, Exception e) => $"Storage at {address} is not usable: {StorageFaults.Reason(e)}";

    private async Task CreateContainerAsync(string name, CancellationToken cancellationToken) =>
        await clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    private async Task CreateQueueAsync(string name, CancellationToken cancellationToken) =>
        await clients.Queues
            .GetQueueClient(QueueName.Stored(name))
            .CreateIfNotExistsAsync(QueueMetadata.OfImplicit(name), cancellationToken);

    private IEnumerable<string> CallbackQueues() => accounts.List.Select(account => account.CallbackQueue).OfType<string>();
}

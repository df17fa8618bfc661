using Azure;
using Azure.Identity;
using MediaInfo.Core.Accounts;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage;

/// <summary>Makes the containers and queues of this service, and says whether storage can be used.</summary>
public sealed class StorageInitializer(StorageClients clients, AccountOptions accounts, ILogger<StorageInitializer> logger)
{
    /// <summary>Makes what is missing, the accounts' callback queues included. May run anywhere at any time, also twice.</summary>
    /// <exception cref="IOException">Storage cannot be reached, or refuses this service.</exception>
    /// <exception cref="InvalidOperationException">An account's callback queue has a name that storage does not allow.</exception>
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
            throw new IOException(Sentence(e), e);
        }

        logger.Initialized(clients.Blobs.Uri.AbsoluteUri, StorageNames.Containers.Count, queues.Count);
    }

    /// <summary>Whether blobs and queues answer now, by one small request to each.</summary>
    /// <returns>Null when both do; else what is wrong, in a sentence.</returns>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(
                clients.Blobs.GetBlobContainerClient(StorageNames.JobsContainer).GetPropertiesAsync(cancellationToken: cancellationToken),
                clients.Queues.GetQueueClient(StorageNames.CallbacksQueue).GetPropertiesAsync(cancellationToken));
            return null;
        }
        catch (Exception e) when (IsOfStorage(e) && !cancellationToken.IsCancellationRequested)
        {
            return Sentence(e);
        }
    }

    private static bool IsOfStorage(Exception e) => e is RequestFailedException or AuthenticationFailedException || StorageFaults.Passes(e);

    private string Sentence(Exception e) => $"Storage at {clients.Blobs.Uri} cannot be used: {StorageFaults.Reason(e)}";

    private async Task CreateContainerAsync(string name, CancellationToken cancellationToken) =>
        await clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    private async Task CreateQueueAsync(string name, CancellationToken cancellationToken) =>
        await clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    private IEnumerable<string> CallbackQueues()
    {
        foreach (var account in accounts.List.Where(account => account.CallbackQueue is not null))
        {
            yield return StorageNames.IsLegal(account.CallbackQueue!)
                ? account.CallbackQueue!
                : throw new InvalidOperationException(
                    $"The callback queue of account {account.Id} has a name that storage does not allow: {account.CallbackQueue}");
        }
    }
}
